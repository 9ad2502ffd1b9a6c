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
  const { text, event, mentions, replyTo, bulk, editedAt, removedAt } = row
  const message: Message = {
    id: formatMessageId(conversationId, seq),
    conversationId,
    seq,
    version,
    clientId,
    senderId,
    reactions,
    createdAt: iso(row.createdAt),
  }
  if (text !== null) message.content = { type: 'text', text, ...(mentions && { mentions }) }
  if (event !== null) message.event = event
  if (replyTo !== null) message.replyTo = formatMessageId(conversationId, replyTo)
  if (bulk) message.bulk = true
  if (editedAt) message.editedAt = iso(editedAt)
  if (removedAt) message.removedAt = iso(removedAt)
  return message
}
