import type { Caller, Core } from '../core.ts'
import { changeGroup } from './changeGroup.ts'
import { depart } from './depart.ts'

/** Leaves a group; what is written afterwards reaches one no more. */
export function leave(
  core: Core,
  { userId }: Pick<Caller, 'userId'>,
  conversationId: string,
): Promise<void> {
  return changeGroup(core, { userId }, conversationId, (tx, group) =>
    depart(tx, group, conversationId, { userId, event: { kind: 'left' } }),
  )
}
