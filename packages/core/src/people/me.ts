import * as people from '@parley/db/queries/people'
import { userOf } from '@parley/db/rows/user'
import type { SetPreferencesInput } from '@parley/protocol/meInputs'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'

/** Oneself, with what only oneself sees. */
export async function me(core: Core, { userId }: Caller) {
  return ownView(await people.getPerson(core.sql, userId))
}

export async function setPreferences(core: Core, { userId }: Caller, input: SetPreferencesInput) {
  return ownView(await people.setPreferences(core.sql, userId, input))
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
