// What becomes of a group: who joins, who goes, what it is called, and the line that tells it.
// Each of these statements runs under the conversation's lock, later than the one that took it.

import type { Job } from '@parley/protocol/job'
import type { Event, Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Runner, Transaction } from '../database.ts'
import { type JobRow, jobColumns, jobOf } from '../rows/job.ts'
import { type MessageRow, messageOf } from '../rows/message.ts'
import { ownParticipantOf, type ParticipantRow, sharedParticipantOf } from '../rows/participant.ts'
import type { conversations } from '../schema/conversations.ts'

type Place = Pick<typeof conversations.$inferSelect, 'openedBy' | 'jobId'> & {
  isPair: boolean
  /** Who takes part now. */
  present: string[]
}

/** A conversation and who takes part in it, for one of them; nothing to anybody else. */
export async function placeOf(
  sql: Runner,
  conversationId: string,
  userId: string,
): Promise<Place | undefined> {
  const [row] = await sql<Place[]>`
    select c.opened_by, c.job_id, c.pair_low is not null as is_pair, array(
      select p.user_id from participants p where p.conversation_id = c.id and p.left_at is null
    ) as present
    from participants me join conversations c on c.id = me.conversation_id
    where me.conversation_id = ${conversationId} and me.user_id = ${userId} and me.left_at is null`
  return row
}

export interface Attendees {
  /** Who takes part, and after which message each may see. */
  present: ReadonlyMap<string, number>
  /** Who has a row there, those who went included. */
  ever: ReadonlySet<string>
}

export async function attendees(tx: Transaction, conversationId: string): Promise<Attendees> {
  const rows = await tx<{ userId: string; afterSeq: number; isPresent: boolean }[]>`
    select user_id, after_seq, left_at is null as is_present from participants
    where conversation_id = ${conversationId}`
  const present = rows.filter(({ isPresent }) => isPresent)
  return {
    present: new Map(present.map(({ userId, afterSeq }) => [userId, afterSeq])),
    ever: new Set(rows.map(({ userId }) => userId)),
  }
}

/** Somebody's row as they see it themselves and as the others do. */
export interface Seen {
  own: Participant
  shared: Participant
}

interface Joining {
  userIds: string[]
  /** The first of them gets the next one. */
  version: number
  /** The last message before they came: they have it and all before it as read. */
  lastSeq: number
  /** Who comes for the first time sees what was written after this one. */
  afterSeq: number
  sharesPositions: boolean
}

/**
 * Lets people join, who are not there. Whoever comes back keeps their row, sees what is written
 * from now on, and finds the conversation in their list, neither archived nor marked as unread.
 */
export async function join(
  tx: Transaction,
  conversationId: string,
  { userIds, version, lastSeq, afterSeq, sharesPositions }: Joining,
): Promise<Seen[]> {
  const rows = await tx<ParticipantRow[]>`
    with joined as (
      insert into participants as p
        (conversation_id, user_id, version, joined_at, after_seq, read_seq, delivered_seq)
      select ${conversationId}::uuid, i.user_id, ${version}::int + i.nth, statement_timestamp(),
        ${afterSeq}::int, ${lastSeq}::int, ${lastSeq}::int
      from unnest(${userIds}::text[]) with ordinality i (user_id, nth)
      on conflict (conversation_id, user_id) do update
      set version = excluded.version, joined_at = excluded.joined_at, left_at = null,
          after_seq = excluded.read_seq, read_seq = excluded.read_seq,
          delivered_seq = excluded.delivered_seq, archived = false, marked_unread = false,
          mine_version = p.mine_version + 1, changed_xid = pg_current_xact_id()
      returning *
    )
    select joined.*, u.name, u.role, u.picture from joined join people u on u.id = joined.user_id
    order by joined.version`
  return rows.map(row => seen(row, sharesPositions))
}

/** Whether the conversation is about a job of this person. */
export async function isCustomerOfJob(
  tx: Transaction,
  conversationId: string,
  userId: string,
): Promise<boolean> {
  const [row] = await tx`
    select from conversations c join jobs j on j.id = c.job_id
    where c.id = ${conversationId} and j.customer_id = ${userId}`
  return row !== undefined
}

/** Ends somebody's taking part; the row stays, and says since when. */
export async function depart(
  tx: Transaction,
  conversationId: string,
  {
    userId,
    version,
    sharesPositions,
  }: { userId: string; version: number; sharesPositions: boolean },
): Promise<Seen> {
  const [row] = await tx<ParticipantRow[]>`
    with gone as (
      update participants
      set left_at = statement_timestamp(), version = ${version}, changed_xid = pg_current_xact_id()
      where conversation_id = ${conversationId} and user_id = ${userId} and left_at is null
      returning *
    )
    select gone.*, u.name, u.role, u.picture from gone join people u on u.id = gone.user_id`
  if (!row) throw new Error('whoever goes is there')
  return seen(row, sharesPositions)
}

/**
 * Gives everybody's position but one person's a version of its own, when there are few enough
 * again to share them: among many they rose without one.
 *
 * @returns how many versions that took, from the one after `version` on
 */
export async function sharePositions(
  tx: Transaction,
  conversationId: string,
  { but, version }: { but: string; version: number },
): Promise<number> {
  const { count } = await tx`
    update participants p set version = ${version}::int + r.nth
    from (
      select user_id, row_number() over (order by user_id) as nth from participants
      where conversation_id = ${conversationId} and user_id <> ${but} and delivered_seq > 0
    ) r
    where p.conversation_id = ${conversationId} and p.user_id = r.user_id`
  return count
}

/** Changes the title at a version; without one the group is called after its people. */
export async function retitle(
  tx: Transaction,
  conversationId: string,
  { title, version }: { title: string | null; version: number },
): Promise<Job | undefined> {
  const [row] = await tx<{ job: JobRow | null }[]>`
    update conversations c set title = ${title}, shared_version = ${version}, version = ${version}
    where c.id = ${conversationId}
    returning (
      select row_to_json(j) from (
        select ${tx.unsafe(jobColumns)} from jobs j where j.id = c.job_id
      ) j
    ) as job`
  return row?.job ? jobOf(row.job) : undefined
}

interface Line {
  senderId: string
  clientId: string
  event: Event
  version: number
  /** Whether somebody joined or went. */
  changesMembers: boolean
}

/** Writes the line that tells what became of the group, and brings the conversation to its version. */
export async function insertLine(
  tx: Transaction,
  conversationId: string,
  { senderId, clientId, event, version, changesMembers }: Line,
): Promise<{ message: Message; membersVersion: number }> {
  const [row] = await tx<(MessageRow & { membersVersion: number })[]>`
    with counted as (
      update conversations c
      set last_seq = c.last_seq + 1, version = ${version},
          members_version = c.members_version + ${changesMembers ? 1 : 0}::int,
          updated_at = greatest(c.updated_at, clock_timestamp()), changed_xid = pg_current_xact_id()
      where c.id = ${conversationId}
      returning c.id, c.last_seq, c.version, c.updated_at, c.members_version
    ), inserted as (
      insert into messages (conversation_id, seq, version, sender_id, client_id, event, created_at)
      select id, last_seq, version, ${senderId}, ${clientId}::uuid, ${tx.json({ ...event })}, updated_at
      from counted
      returning *
    )
    select inserted.*, counted.members_version from inserted, counted`
  if (!row) throw new Error('a locked conversation exists')
  return { message: messageOf(row), membersVersion: row.membersVersion }
}

function seen(row: ParticipantRow, sharesPositions: boolean): Seen {
  return { own: ownParticipantOf(row), shared: sharedParticipantOf(row, sharesPositions) }
}
