import type { HistoryInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import type { Runner } from '../database.ts'
import { JsonText } from '../jsonText.ts'
import { messageJson } from '../rows/message.ts'

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
): Promise<JsonText<{ messages: Message[]; version: number }> | undefined> {
  const from = around === undefined ? after : Math.max(0, around - Math.floor(limit / 2) - 1)
  // One template with a single piece: putting it together would cost more than reading the page.
  // A bound that was not given is null, which `least` leaves out.
  const [row] = await sql<{ version: number; messages: string | null }[]>`
    select c.version, (
      select string_agg(${sql.unsafe(messageJson)}, ',' order by m.seq) from messages m
      where m.conversation_id = c.id
        and m.seq > p.after_seq and m.seq > page.start
        and m.seq <= least(
          greatest(p.after_seq, page.start)::bigint + ${limit}::int, ${before ?? null}::bigint - 1
        )
    ) as messages
    from participants p
    join conversations c on c.id = p.conversation_id
    cross join lateral (select coalesce(
      -- Around a message near the end the page is filled from before it.
      least(${from ?? null}::int, case when ${around !== undefined} then c.last_seq - ${limit}::int end),
      least(c.last_seq, ${before ?? null}::int - 1) - ${limit}::int
    ) as start) page
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null`
  return row && new JsonText(`{"messages":[${row.messages ?? ''}],"version":${row.version}}`)
}
