/** Receipts and unread counts: what Postgres holds, and what a device shows of it. */
import type { Client } from '@parley/client/client'
import type { Sql } from '@parley/db/database'
import { limits } from '@parley/protocol/limits'

/** Where one person stands in one conversation. */
export interface Standing {
  conversationId: string
  userId: string
  readSeq: number
  deliveredSeq: number
  readAt: string | null
  deliveredAt: string | null
  /** The definition: messages of others, not removed, visible to me, after my position. */
  unread: number
  /** The newest message of somebody else. */
  lastOfOthers: number
}

export async function readStandings(sql: Sql): Promise<Standing[]> {
  const iso = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  return await sql<Standing[]>`
    select p.conversation_id, p.user_id, p.read_seq, p.delivered_seq,
      to_char(p.read_at at time zone 'UTC', ${iso}) as read_at,
      to_char(p.delivered_at at time zone 'UTC', ${iso}) as delivered_at,
      least(${limits.unreadMax}::int, count(m.seq) filter (
        where m.removed_at is null and m.seq > p.read_seq and m.seq > p.after_seq
      ))::int as unread,
      coalesce(max(m.seq), 0)::int as last_of_others
    from participants p
    left join messages m on m.conversation_id = p.conversation_id and m.sender_id <> p.user_id
    group by p.conversation_id, p.user_id`
}

/** Each difference as a sentence. */
export function positionsAgainstStored(
  device: string,
  client: Client,
  stored: readonly Standing[],
): string[] {
  const items = new Map(client.conversations.get().items.map(item => [item.id, item]))
  const mine = stored.filter(({ userId }) => userId === client.userId)
  return mine.flatMap(({ conversationId, unread }) => {
    const item = items.get(conversationId)
    const where = `${device} in ${conversationId}`
    if (!item) return [`different list: ${where} shows nothing`]
    const problems =
      item.unreadCount === unread
        ? []
        : [`different unread count: ${where} shows ${item.unreadCount} instead of ${unread}`]
    const there = stored.filter(one => one.conversationId === conversationId)
    const shown = item.participants.map(faceOf).toSorted().join(', ')
    const held = there.map(faceOf).toSorted().join(', ')
    if (shown !== held) problems.push(`different position: ${where} shows ${shown} for ${held}`)
    return problems
  })
}

type Face = Pick<Standing, 'userId' | 'readSeq' | 'deliveredSeq'> & {
  readAt?: string | null | undefined
  deliveredAt?: string | null | undefined
}

function faceOf({ userId, readSeq, readAt, deliveredSeq, deliveredAt }: Face): string {
  return `${userId} ${readSeq} ${readAt ?? '-'} / ${deliveredSeq} ${deliveredAt ?? '-'}`
}
