import * as blocks from '@parley/db/queries/blocks'
import { getPerson } from '@parley/db/queries/people'
import { limits } from '@parley/protocol/limits'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'

/** Blocks somebody: they can neither open a conversation nor send to one's pair with them. */
export async function block(core: Core, caller: Caller, userId: string): Promise<void> {
  if (userId === caller.userId) {
    throw new Refusal('INVALID_INPUT', 'userId: is yourself', { field: 'userId' })
  }
  if (!(await getPerson(core.sql, userId))) throw notFound('person')
  await blocks.block(core.sql, caller.userId, userId)
  core.bus.stir(caller.userId)
}

export async function unblock(core: Core, caller: Caller, userId: string): Promise<void> {
  await blocks.unblock(core.sql, caller.userId, userId)
  core.bus.stir(caller.userId)
}

/** Whom the caller has blocked, the last one first; once one is unblocked, the next one shows. */
export function blocked(core: Core, caller: Caller): Promise<User[]> {
  return blocks.blockedBy(core.sql, caller.userId, limits.blockedShown)
}
