import { strangersWhoBlock } from '@parley/db/queries/blocks'
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
  const ids = [...new Set(customers.map(({ id }) => id))]
  if (ids.length === 0) return new Map()
  const { relatedOnly } = findableBy(role, core.openPolicy)
  const [findable, hidden] = await Promise.all([
    relatedOnly ? relatedAmong(core.sql, userId, role, ids) : ids,
    strangersWhoBlock(core.sql, userId, ids),
  ])
  const named = new Set(findable)
  for (const id of hidden) named.delete(id)
  return new Map(customers.filter(({ id }) => named.has(id)).map(one => [one.id, one]))
}
