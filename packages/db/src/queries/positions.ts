import { limits } from '@parley/protocol/limits'
import type { Participant } from '@parley/protocol/participant'
import type { Runner, Transaction } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

export interface Position {
  readSeq: number
  deliveredSeq: number
}

/** Where a person stands in a conversation; nothing when they do not take part. */
export async function positionOf(
  sql: Runner,
  conversationId: string,
  userId: string,
): Promise<(Position & { lastSeq: number }) | undefined> {
  const [row] = await sql<(Position & { lastSeq: number })[]>`
    select p.read_seq, p.delivered_seq, c.last_seq
    from participants p join conversations c on c.id = p.conversation_id
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and p.left_at is null`
  return row
}

/** A raised position, and the version that it raised unless it is the person's own. */
export interface Raised {
  participant: Participant
  version: number | null
}

/**
 * Raises a person's positions, each with its time, under the conversation's lock; nothing
 * when they stand there already. Among few people the conversation and the row get the next
 * version; among many the position is one's own and raises only `mine_version`.
 */
export async function raisePosition(
  tx: Transaction,
  conversationId: string,
  userId: string,
  { readSeq, deliveredSeq }: Position,
): Promise<Raised | undefined> {
  const [row] = await tx<(ParticipantRow & { raised: number | null })[]>`
    with rising as (
      select (
        select count(*) from participants
        where conversation_id = ${conversationId} and left_at is null
      ) <= ${limits.sharedPositionsMax} as shared
      from participants p
      where p.conversation_id = ${conversationId} and p.user_id = ${userId}
        and (p.read_seq < ${readSeq} or p.delivered_seq < ${deliveredSeq})
    ), counted as (
      update conversations c set version = c.version + 1, changed_xid = pg_current_xact_id()
      from rising where c.id = ${conversationId} and rising.shared
      returning c.version
    )
    update participants p
    set read_at = case when ${readSeq} > p.read_seq then clock_timestamp() else p.read_at end,
        read_seq = greatest(p.read_seq, ${readSeq}),
        delivered_at = case when ${deliveredSeq} > p.delivered_seq then clock_timestamp() else p.delivered_at end,
        delivered_seq = greatest(p.delivered_seq, ${deliveredSeq}),
        version = coalesce((select version from counted), p.version),
        mine_version = p.mine_version + case when rising.shared then 0 else 1 end,
        changed_xid = pg_current_xact_id()
    from rising, people u
    where p.conversation_id = ${conversationId} and p.user_id = ${userId} and u.id = p.user_id
    returning p.*, u.name, u.role, u.picture, (select version from counted) as raised`
  return row && { participant: ownParticipantOf(row), version: row.raised }
}
