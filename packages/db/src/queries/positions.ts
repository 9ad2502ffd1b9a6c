import { limits } from '@parley/protocol/limits'
import type { Participant } from '@parley/protocol/participant'
import type { Runner, Transaction } from '../database.ts'
import { ownParticipantOf, type ParticipantRow } from '../rows/participant.ts'

export interface Position {
  readSeq: number
  deliveredSeq: number
}

/** Up to where somebody says that they have read and received. */
export interface Report extends Position {
  conversationId: string
  userId: string
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

/**
 * Locks the conversations in which one of the reports raises a position, without waiting for
 * those that are locked, and answers which it has.
 */
export async function lockRising(tx: Transaction, reports: readonly Report[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select c.id from conversations c
    where c.id = any(array(select rising.conversation_id from ${rising(tx, reports)}))
    for no key update of c skip locked`
  return rows.map(({ id }) => id)
}

/** A raised position with the conversation's version: the one that it raised, if it is shared. */
export interface Raised {
  participant: Participant
  version: number
  shared: boolean
  membersVersion: number
}

/**
 * Raises positions under the locks of their conversations, each with its time and never above
 * the last message; nothing for a person who stands there already. Each person is in it once.
 * Among few people the conversation and the row get the next version; among many the position
 * is one's own and raises only `mine_version`.
 */
export async function raisePositions(
  tx: Transaction,
  reports: readonly Report[],
): Promise<(Raised | undefined)[]> {
  const rows = await tx<
    (ParticipantRow & Omit<Raised, 'participant'> & { at: number; now: number })[]
  >`
    with rising as (
      select *, row_number() over (partition by conversation_id order by at)::int as nth from (
        select rising.*, (
          select count(*) from participants m
          where m.conversation_id = rising.conversation_id and m.left_at is null
        ) <= ${limits.sharedPositionsMax} as shared
        from ${rising(tx, reports)}
      ) rising
    ), counted as (
      update conversations c set version = c.version + r.count, changed_xid = pg_current_xact_id()
      from (select conversation_id, count(*)::int from rising where shared group by 1) r
      where c.id = r.conversation_id
      returning c.id, c.version - r.count as version
    )
    update participants p
    set read_at = case when r.read_seq > p.read_seq then clock_timestamp() else p.read_at end,
        read_seq = greatest(p.read_seq, r.read_seq),
        delivered_at = case when r.delivered_seq > p.delivered_seq then clock_timestamp() else p.delivered_at end,
        delivered_seq = greatest(p.delivered_seq, r.delivered_seq),
        version = coalesce(c.version + r.nth, p.version),
        mine_version = p.mine_version + case when r.shared then 0 else 1 end,
        changed_xid = pg_current_xact_id()
    from rising r left join counted c on c.id = r.conversation_id, people u
    where p.conversation_id = r.conversation_id and p.user_id = r.user_id and u.id = p.user_id
    returning p.*, u.name, u.role, u.picture, r.at, r.shared, r.members_version,
      coalesce(c.version + r.nth, r.version) as now`
  const raised = new Array<Raised | undefined>(reports.length).fill(undefined)
  for (const { at, now, shared, membersVersion, ...row } of rows) {
    raised[at] = { participant: ownParticipantOf(row), version: now, shared, membersVersion }
  }
  return raised
}

/** The reports that raise something, with where in the list they are and up to where they may. */
function rising(tx: Transaction, reports: readonly Report[]) {
  return tx`(
    select i.at, p.conversation_id, p.user_id, c.version, c.members_version,
      least(i."readSeq", c.last_seq) as read_seq, least(i."deliveredSeq", c.last_seq) as delivered_seq
    from json_to_recordset(${JSON.stringify(reports.map((report, at) => ({ at, ...report })))}::text::json)
      as i(at int, "conversationId" uuid, "userId" text, "readSeq" int, "deliveredSeq" int)
    join conversations c on c.id = i."conversationId"
    join participants p on p.conversation_id = c.id and p.user_id = i."userId" and p.left_at is null
    where p.read_seq < least(i."readSeq", c.last_seq)
      or p.delivered_seq < least(i."deliveredSeq", c.last_seq)
  ) rising`
}
