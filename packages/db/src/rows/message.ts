import { formatMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { getTableColumns } from 'drizzle-orm'
import { iso } from '../database.ts'
import { messages } from '../schema/messages.ts'
import { namedColumns } from './columns.ts'

export type MessageRow = typeof messages.$inferSelect

/** What a row inside JSON selects of `messages m`. */
export const messageColumns = namedColumns('m', getTableColumns(messages))

/** A message as the wire tells it, whether the row came as columns or as JSON. */
export function messageOf(row: MessageRow): Message {
  const { conversationId, seq, version, clientId, senderId, reactions } = row
  const { text, mentions, replyTo, editedAt, removedAt } = row
  return {
    id: formatMessageId(conversationId, seq),
    conversationId,
    seq,
    version,
    clientId,
    senderId,
    ...(text === null ? {} : { content: { type: 'text', text, ...(mentions && { mentions }) } }),
    ...(replyTo === null ? {} : { replyTo: formatMessageId(conversationId, replyTo) }),
    reactions,
    createdAt: iso(row.createdAt),
    ...(editedAt && { editedAt: iso(editedAt) }),
    ...(removedAt && { removedAt: iso(removedAt) }),
  }
}
