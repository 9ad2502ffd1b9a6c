import { findKnown } from '@parley/db/queries/people'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { findableBy } from './openPolicy.ts'

/**
 * Oneself, whoever one could find by name, and whoever one shares a conversation with, since
 * their name stands there anyway. All others do not exist: an id that was guessed tells nothing.
 */
export async function get(core: Core, caller: Caller, userId: string): Promise<User> {
  const findable = findableBy(caller.role, core.openPolicy)
  const person = await findKnown(core.sql, caller, userId, findable)
  if (!person) throw notFound('person')
  return person
}
