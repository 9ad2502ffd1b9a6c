import { formatMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { getTableColumns } from 'drizzle-orm'
import { iso } from '../database.ts'
import { messages } from '../schema/messages.ts'
import { namedColumns } from './columns.ts'
import { momentJson, optional } from './json.ts'

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

/**
 * The same of `messages m`, as JSON that Postgres writes; a test compares the two. For who hands
 * messages on as they are.
 */
export const messageJson = `concat(
  '{"id":"', m.conversation_id, '.', m.seq,
  '","conversationId":"', m.conversation_id, '","seq":', m.seq, ',"version":', m.version,
  ',"clientId":"', m.client_id, '","senderId":', to_json(m.sender_id),
  ',"reactions":', m.reactions, ',"createdAt":', ${momentJson('m.created_at')},
  ',"content":{"type":"text","text":' || to_json(m.text)::text
    || coalesce(${optional('mentions', 'to_json(m.mentions)')}, '') || '}',
  ${optional('event', 'm.event')},
  ',"replyTo":"' || m.conversation_id || '.' || m.reply_to || '"',
  case when m.bulk then ',"bulk":true' end,
  ${optional('editedAt', momentJson('m.edited_at'))},
  ${optional('removedAt', momentJson('m.removed_at'))},
  '}')`
