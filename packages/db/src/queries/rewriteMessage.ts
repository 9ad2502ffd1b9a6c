import type { Message } from '@parley/protocol/message'
import type { Transaction } from '../database.ts'
import { type MessageRow, messageOf } from '../rows/message.ts'

/** A message as one participant sees it, under the conversation's lock, and the time there. */
export async function visibleMessage(
  tx: Transaction,
  conversationId: string,
  seq: number,
  userId: string,
): Promise<{ row: MessageRow; now: string } | undefined> {
  const [row] = await tx<(MessageRow & { now: string })[]>`
    select m.*, clock_timestamp()::timestamptz(3) as now from messages m
    join participants p on p.conversation_id = m.conversation_id and p.user_id = ${userId}
    where m.conversation_id = ${conversationId} and m.seq = ${seq}
      and m.seq > p.after_seq and p.left_at is null`
  if (!row) return undefined
  const { now, ...message } = row
  return { row: message, now }
}

/** Writes a changed message back at its new version. */
export async function rewriteMessage(tx: Transaction, row: MessageRow): Promise<Message> {
  const { conversationId, seq, version, text, mentions, reactions, editedAt, removedAt } = row
  await tx`
    update messages
    set version = ${version}, text = ${text}, mentions = ${mentions},
        reactions = ${tx.json(reactions.map(reaction => ({ ...reaction })))},
        edited_at = ${editedAt}, removed_at = ${removedAt}
    where conversation_id = ${conversationId} and seq = ${seq}`
  return messageOf(row)
}
