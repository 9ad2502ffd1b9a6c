import { blockersAmong } from '@parley/db/queries/blocks'
import { type Findable, getPeople, relatedAmong } from '@parley/db/queries/people'
import type { Role } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'

/**
 * Who may open a conversation with whom: customers with contractors; only people who share a
 * job or a conversation; anyone. Administrators may with all.
 */
export type OpenPolicy = 'across' | 'related' | 'anyone'

const everyone: Role[] = ['customer', 'contractor', 'admin']

/** Whom somebody of this role may find and open a conversation with. */
export function findableBy(role: Role, policy: OpenPolicy): Findable {
  if (role === 'admin' || policy === 'anyone') return { roles: everyone, relatedOnly: false }
  if (policy === 'related') return { roles: everyone, relatedOnly: true }
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
  if (blockers.length > 0) throw new Refusal('FORBIDDEN', 'Not delivered.')

  const { roles, relatedOnly } = findableBy(role, core.openPolicy)
  const related = relatedOnly ? await relatedAmong(core.sql, userId, others) : others
  const allowed = people.every(person => roles.includes(person.role) && related.includes(person.id))
  if (!allowed) throw new Refusal('FORBIDDEN', 'You may not open a conversation with them.')
}
