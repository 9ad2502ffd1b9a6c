import type { Failure } from '@parley/protocol/bulk'
import type { Job } from '@parley/protocol/job'
import type { User } from '@parley/protocol/user'
import type { Runner } from '../database.ts'
import { type JobRow, jobColumns, jobOf } from '../rows/job.ts'
import { userOf } from '../rows/user.ts'
import type { people } from '../schema/people.ts'
import { isSeenBy } from './jobs.ts'

/** A recipient as a broadcast names them. */
export interface Wanted {
  nth: number
  userId: string
  /** The job that their message is about. */
  jobId: string | null
}

/** A recipient as they stand now, and why the database says no to them. */
export interface Candidate extends Wanted {
  user?: User
  /** The pair of sender and recipient about that job, when there is one already. */
  conversationId: string | null
  job?: Job
  reason: Extract<
    Failure,
    'UNKNOWN_PERSON' | 'NOT_A_CUSTOMER' | 'BLOCKED' | 'OPTED_OUT' | 'NO_RELATION'
  > | null
}

type Row = Wanted &
  Pick<Candidate, 'conversationId' | 'reason'> & {
    [key in 'name' | 'role' | 'picture']: (typeof people.$inferSelect)[key] | null
  } & { job: JobRow | null }

export interface From {
  senderId: string
  /** Only those reach each other who share a conversation or have an open job for a contractor. */
  relatedOnly: boolean
}

/**
 * What is to be known of recipients before they are written to, in one statement and in the order
 * given; preview and engine both ask it, so that they cannot disagree.
 *
 * Everything is looked up by its key for each (`offset 0` keeps the planner from reading it all),
 * and who takes part where from the recipient's side, who has fewer conversations than whoever
 * writes to thousands.
 */
export async function candidatesOf(
  sql: Runner,
  { senderId, relatedOnly }: From,
  wanted: readonly Wanted[],
): Promise<Candidate[]> {
  const rows = await sql<Row[]>`
    select w.nth, w."userId" as user_id, w."jobId" as job_id, u.name, u.role, u.picture,
      c.id as conversation_id, j.job,
      case
        when u.id is null then 'UNKNOWN_PERSON'
        -- As who does not exist, or guessed ids would tell of their people.
        when ${relatedOnly} and u.id <> ${senderId} and not exists (
          select from participants theirs
          cross join lateral (
            select from participants mine
            where mine.conversation_id = theirs.conversation_id
              and mine.user_id = ${senderId} and mine.left_at is null offset 0
          ) mine
          where theirs.user_id = u.id and theirs.left_at is null offset 0
        ) and not exists (
          select from jobs open where open.customer_id = u.id and open.status = 'open' offset 0
        ) then 'UNKNOWN_PERSON'
        when u.role <> 'customer' or u.id = ${senderId} then 'NOT_A_CUSTOMER'
        when exists (
          select from blocks b where b.blocked_id = ${senderId} and b.blocker_id = u.id offset 0
        ) then 'BLOCKED'
        when not u.accept_bulk then 'OPTED_OUT'
        when w."jobId" is not null and j.customer_id is distinct from u.id and not exists (
          select from participants p
          cross join lateral (
            select from conversations about
            where about.id = p.conversation_id and about.job_id = w."jobId" offset 0
          ) about
          where p.user_id = u.id and p.left_at is null offset 0
        ) then 'NO_RELATION'
        -- It may have been closed since it was chosen, and a conversation about it would show it.
        when w."jobId" is not null and ${isSeenBy(sql, senderId)} is not true then 'NO_RELATION'
      end as reason
    from json_to_recordset(${JSON.stringify(wanted)}::text::json)
      as w(nth int, "userId" text, "jobId" text)
    left join lateral (select * from people where people.id = w."userId" offset 0) u on true
    left join lateral (
      select j.id, j.status, j."customerId" as customer_id, to_json(j) as job
      from (select ${sql.unsafe(jobColumns)} from jobs j where j.id = w."jobId" offset 0) j
    ) j on true
    left join lateral (
      select c.id from conversations c
      where c.pair_low = least(w."userId" collate "C", ${senderId} collate "C") collate "default"
        and c.pair_high = greatest(w."userId" collate "C", ${senderId} collate "C") collate "default"
        and c.pair_job = coalesce(w."jobId", '')
      offset 0
    ) c on true
    order by w.nth`
  return rows.map(candidateOf)
}

function candidateOf(row: Row): Candidate {
  const { nth, userId, jobId, name, role, picture, conversationId, job, reason } = row
  const isKnown = name !== null && role !== null
  return {
    nth,
    userId,
    jobId,
    ...(isKnown && { user: userOf({ id: userId, name, role, picture }) }),
    conversationId,
    ...(job && { job: jobOf(job) }),
    reason,
  }
}
