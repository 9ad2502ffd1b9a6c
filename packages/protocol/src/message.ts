import * as z from 'zod/mini'
import { clientId, conversationId, count, messageId, seq, timestamp, userId } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'
import { userIdList } from './userIdList.ts'

export const mentions = userIdList({ max: limits.mentionsMax })

const textContent = z.object({
  type: z.literal('text'),
  text: text(limits.textMax),
  mentions: z.optional(mentions),
})

export const content = z.discriminatedUnion('type', [textContent])

/** What became of a group. */
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), userIds: z.array(userId) }),
  z.object({ kind: z.literal('removed'), userIds: z.array(userId) }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('renamed'), title: z.optional(text(limits.titleMax)) }),
])
export type Event = z.infer<typeof event>

/** Exactly one emoji, as Unicode lists them. */
export const emoji = text(limits.emojiMax).check(
  z.regex(/^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v, 'must be one emoji'),
)

const reaction = z.object({ emoji, userIds: z.array(userId) })
export type Reaction = z.infer<typeof reaction>

/**
 * A removed message stays as a tombstone: `removedAt` and no content. A line that tells what
 * became of the group has an `event` instead of content; its sender is whoever did it, and only
 * the server writes it.
 */
export const message = z.object({
  id: messageId,
  conversationId,
  seq,
  version: count,
  clientId,
  senderId: userId,
  content: z.optional(content),
  event: z.optional(event),
  replyTo: z.optional(messageId),
  /** Sent to many at once, each in their own conversation. */
  bulk: z.optional(z.literal(true)),
  reactions: z.array(reaction),
  createdAt: timestamp,
  editedAt: z.optional(timestamp),
  removedAt: z.optional(timestamp),
})
export type Message = z.infer<typeof message>
