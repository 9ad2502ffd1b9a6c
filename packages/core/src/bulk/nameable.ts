import { relatedAmong } from '@parley/db/queries/people'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { findableBy } from '../people/openPolicy.ts'

/**
 * Those people whose names and pictures a contractor may see: whoever calls an id that they
 * guessed learns no more of its person than a search would tell.
 */
export async function nameable(
  core: Core,
  { userId, role }: Caller,
  people: readonly User[],
): Promise<Map<string, User>> {
  const customers = people.filter(person => person.role === 'customer')
  const byId = new Map(customers.map(person => [person.id, person]))
  if (!findableBy(role, core.openPolicy).relatedOnly || byId.size === 0) return byId
  const related = new Set(await relatedAmong(core.sql, userId, role, [...byId.keys()]))
  return new Map([...byId].filter(([id]) => related.has(id)))
}
