import type { ReactInput } from '@parley/protocol/chatInputs'
import { limits } from '@parley/protocol/limits'
import type { Message, Reaction } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { rewrite } from './rewrite.ts'

/** Puts one's reaction to a message, or takes it back; what stands already changes nothing. */
export function react(
  core: Core,
  { userId, role }: Caller,
  { messageId, emoji, on }: ReactInput,
): Promise<Message> {
  return rewrite(core, { userId, role }, messageId, row => {
    if (row.removedAt) throw new Refusal('CONFLICT', 'This message was removed.')
    const stands = row.reactions.some(one => one.emoji === emoji && one.userIds.includes(userId))
    if (stands === on) return row
    const reactions = on ? put(row.reactions, emoji, userId) : take(row.reactions, emoji, userId)
    return { ...row, reactions }
  })
}

function put(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  const known = reactions.find(one => one.emoji === emoji)
  if (!known && reactions.length >= limits.reactionsPerMessage) {
    throw new Refusal('TOO_LARGE', 'This message has as many different reactions as it can.')
  }
  if (!known) return [...reactions, { emoji, userIds: [userId] }]
  return reactions.map(one =>
    one.emoji === emoji ? { emoji, userIds: [...one.userIds, userId] } : one,
  )
}

function take(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  return reactions
    .map(one =>
      one.emoji === emoji ? { emoji, userIds: one.userIds.filter(id => id !== userId) } : one,
    )
    .filter(one => one.userIds.length > 0)
}
