import type { Participant } from '@parley/protocol/participant'
import type { Runner, Transaction } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

export interface Position {
  readSeq: number
  deliveredSeq: number
  lastSeq: number
}

/** Where a person stands in a conversation; nothing when they do not take part. */
export async function positionOf(
  sql: Runner,
  conversationId: string,
  userId: string,
): Promise<Position | undefined> {
  const [row] = await sql<Position[]>`
    select p.read_seq, p.delivered_seq, c.last_seq
    from participants p join conversations c on c.id = p.conversation_id
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null`
  return row
}

/** How many take part: in a large conversation positions are one's own. */
export async function memberCount(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx<{ members: number }[]>`
    select count(*)::int as members from participants
    where conversation_id = ${conversationId} and left_at is null`
  return row?.members ?? 0
}

/** Raises a person's positions, each with its time, and gives the row its new version. */
export async function raisePosition(
  tx: Transaction,
  to: {
    conversationId: string
    userId: string
    readSeq: number
    deliveredSeq: number
    /** The version that the conversation was raised to, or nothing when it is one's own. */
    version: number | null
  },
): Promise<Participant> {
  const { conversationId, userId, readSeq, deliveredSeq, version } = to
  const [row] = await tx<ParticipantRow[]>`
    update participants p
    set read_at = case when ${readSeq} > p.read_seq then clock_timestamp() else p.read_at end,
        read_seq = greatest(p.read_seq, ${readSeq}),
        delivered_at = case when ${deliveredSeq} > p.delivered_seq then clock_timestamp() else p.delivered_at end,
        delivered_seq = greatest(p.delivered_seq, ${deliveredSeq}),
        version = coalesce(${version}, p.version),
        mine_version = p.mine_version + case when ${version}::int is null then 1 else 0 end,
        changed_xid = pg_current_xact_id()
    from people u
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and u.id = p.user_id
    returning p.*, u.name, u.role, u.picture`
  if (!row) throw new Error('a position belongs to a participant')
  return ownParticipantOf(row)
}
