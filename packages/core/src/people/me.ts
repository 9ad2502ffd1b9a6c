import * as people from '@parley/db/queries/people'
import { userOf } from '@parley/db/rows/user'
import type { SetPreferencesInput } from '@parley/protocol/meInputs'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { stirRights } from '../presence/rights.ts'

/** Oneself, with what only oneself sees. */
export async function me(core: Core, { userId }: Caller) {
  return ownView(await people.getPerson(core.sql, userId))
}

export async function setPreferences(core: Core, { userId }: Caller, input: SetPreferencesInput) {
  const row = await people.setPreferences(core.sql, userId, input)
  if (input.showOnline !== undefined) stirRights(core.bus, userId)
  return ownView(row)
}

function ownView(row: people.PersonRow | undefined) {
  if (!row) throw notFound('person')
  const { businessId, showOnline, acceptBulk } = row
  return {
    ...userOf(row),
    ...(businessId === null ? {} : { business: businessId }),
    preferences: { showOnline, acceptBulk },
  }
}
