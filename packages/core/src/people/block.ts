import * as blocks from '@parley/db/queries/blocks'
import { getPerson } from '@parley/db/queries/people'
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
