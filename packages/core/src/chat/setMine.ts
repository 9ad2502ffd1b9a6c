import { setMine as store } from '@parley/db/queries/setMine'
import type { SetMineInput } from '@parley/protocol/chatInputs'
import type { Participant } from '@parley/protocol/participant'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'

/**
 * Archives, mutes, pins or marks a conversation for oneself. It raises no version, so it travels to
 * one's own devices as a head, which never closes a gap.
 */
export async function setMine(
  core: Core,
  { userId }: Caller,
  input: SetMineInput,
): Promise<Participant> {
  const stored = await store(core.sql, userId, input)
  if (!stored) throw notFound('conversation')
  const { conversationId } = input
  const { participant, version } = stored
  core.bus.publish([userId], { conversationId, version, head: true, participant })
  return participant
}
