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
  // One template without pieces: putting them together would cost more than reading the page.
  // A bound that was not given is null, which `least` leaves out.
  const rows = await sql<({ atVersion: number } & (MessageRow | { seq: null }))[]>`
    select c.version as at_version, m.*
    from participants p
    join conversations c on c.id = p.conversation_id
    cross join lateral (select coalesce(
      -- Around a message near the end the page is filled from before it.
      least(${from ?? null}::int, case when ${around !== undefined} then c.last_seq - ${limit}::int end),
      least(c.last_seq, ${before ?? null}::int - 1) - ${limit}::int
    ) as start) page
    left join messages m on m.conversation_id = p.conversation_id
      and m.seq > p.after_seq and m.seq > page.start
      and m.seq <= least(
        greatest(p.after_seq, page.start)::bigint + ${limit}::int, ${before ?? null}::bigint - 1
      )
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null
    order by m.seq`
  const [first] = rows
  if (!first) return undefined
  const messages = rows.filter(row => row.seq !== null).map(messageOf)
  return { messages, version: first.atVersion }
}
