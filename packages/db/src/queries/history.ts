import type { HistoryInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import type { Runner } from '../database.ts'
import { type MessageRow, messageOf } from '../rows/message.ts'

/**
 * A page of messages, ascending, and the version it was read at, from one snapshot; nothing
 * to who does not take part.
 */
export async function history(
  sql: Runner,
  userId: string,
  { conversationId, before, after, around, limit }: HistoryInput,
): Promise<{ messages: Message[]; version: number } | undefined> {
  const from = around === undefined ? after : Math.max(0, around - Math.floor(limit / 2) - 1)
  // Around a message near the end the page is filled from before it.
  const start =
    around === undefined ? sql`${from ?? null}` : sql`least(${from ?? null}, c.last_seq - ${limit})`
  const rows = await sql<({ atVersion: number } & (MessageRow | { seq: null }))[]>`
    select c.version as at_version, page.*
    from participants p
    join conversations c on c.id = p.conversation_id
    left join lateral (
      select m.* from messages m
      where m.conversation_id = p.conversation_id and m.seq > p.after_seq
        ${from === undefined ? sql`` : sql`and m.seq > ${start}`}
        ${before === undefined ? sql`` : sql`and m.seq < ${before}`}
      order by m.seq ${from === undefined ? sql`desc` : sql`asc`}
      limit ${limit}
    ) page on true
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null
    order by page.seq`
  const [first] = rows
  if (!first) return undefined
  const messages = rows.flatMap(row => (row.seq === null ? [] : [messageOf(row)]))
  return { messages, version: first.atVersion }
}
