import { blockersAmong } from '@parley/db/queries/blocks'
import { type Findable, getPeople, relatedAmong } from '@parley/db/queries/people'
import { type Role, roles } from '@parley/protocol/user'
import type { Caller, Core, OpenPolicy } from '../core.ts'
import { notDelivered } from '../notDelivered.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'

/** Whom somebody of this role may find and open a conversation with. */
export function findableBy(role: Role, policy: OpenPolicy): Findable {
  if (role === 'admin' || policy === 'anyone') return { roles: [...roles], relatedOnly: false }
  if (policy === 'related') return { roles: [...roles], relatedOnly: true }
  return { roles: [role === 'customer' ? 'contractor' : 'customer', 'admin'], relatedOnly: false }
}

/** Refuses an opening that the policy or a block forbids, or with somebody unknown. */
export async function mustAllowOpening(
  core: Core,
  { userId, role }: Caller,
  others: string[],
): Promise<void> {
  const people = await getPeople(core.sql, others)
  if (people.length < others.length) throw notFound('person')
  const blockers = await blockersAmong(core.sql, userId, others)
  if (blockers.length > 0) throw notDelivered()

  const findable = findableBy(role, core.openPolicy)
  const related = findable.relatedOnly ? await relatedAmong(core.sql, userId, role, others) : others
  const allowed = people.every(
    person => findable.roles.includes(person.role) && related.includes(person.id),
  )
  if (!allowed) throw new Refusal('FORBIDDEN', 'You may not open a conversation with them.')
}
