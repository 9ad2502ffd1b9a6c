import type { HistoryInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import type { Runner } from '../database.ts'
import { type MessageRow, messageOf } from '../rows/message.ts'

/**
 * A page of messages, ascending, and the version it was read at, from one snapshot; nothing
 * to who does not take part.
 *
 * Numbers have no gaps, so a page is a range of them and costs what it holds. Ordered and
 * limited instead, a long conversation is read and sorted whole wherever the planner believes
 * that it is as short as the others.
 */
export async function history(
  sql: Runner,
  userId: string,
  { conversationId, before, after, around, limit }: HistoryInput,
): Promise<{ messages: Message[]; version: number } | undefined> {
  const from = around === undefined ? after : Math.max(0, around - Math.floor(limit / 2) - 1)
  // Around a message near the end the page is filled from before it.
  const start =
    around === undefined
      ? sql`${from ?? null}::int`
      : sql`least(${from ?? null}::int, c.last_seq - ${limit}::int)`
  const end = sql`least(c.last_seq, ${before ?? null}::int - 1)`
  const range =
    from === undefined
      ? sql`m.seq > ${end} - ${limit}::int and m.seq <= ${end}`
      : sql`m.seq > ${start} and m.seq <= greatest(p.after_seq, ${start})::bigint + ${limit}::int`
  const rows = await sql<({ atVersion: number } & (MessageRow | { seq: null }))[]>`
    select c.version as at_version, page.*
    from participants p
    join conversations c on c.id = p.conversation_id
    left join lateral (
      select m.* from messages m
      where m.conversation_id = p.conversation_id and m.seq > p.after_seq and ${range}
    ) page on true
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null
    order by page.seq`
  const [first] = rows
  if (!first) return undefined
  const messages = rows.flatMap(row => (row.seq === null ? [] : [messageOf(row)]))
  return { messages, version: first.atVersion }
}
