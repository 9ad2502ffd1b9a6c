import { type Fragment, iso, type Runner } from '../database.ts'
import { type JobRow, jobColumns, jobOf } from '../rows/job.ts'
import type { broadcastRecipients, broadcasts } from '../schema/broadcasts.ts'
import { isSeenBy } from './jobs.ts'

type Recipient = typeof broadcastRecipients.$inferSelect

type Settled = Pick<Recipient, 'userId' | 'reason' | 'missing' | 'conversationId' | 'seq'>

/** How many of those it went to have it, and have read it. */
interface Reached {
  delivered: number
  read: number
}

type Row = typeof broadcasts.$inferSelect & {
  job: JobRow | null
  settled: Settled[] | null
  reached?: Reached
}

/** A broadcast as its sender sees it; nothing to anybody else. */
export async function getBroadcast(
  sql: Runner,
  senderId: string,
  broadcastId: string,
  { settledUpTo, withReached = false }: { settledUpTo: number; withReached?: boolean },
) {
  const one = sql`select * from broadcasts where id = ${broadcastId} and sender_id = ${senderId}`
  const more = withReached ? sql`, ${reached(sql)} as reached` : sql``
  const [row] = await read(sql, one, settledUpTo, more)
  return row && broadcastOf(row)
}

/** A broadcast with its job and, when they are few enough, its recipients so far. */
export type StoredBroadcast = ReturnType<typeof broadcastOf>

export interface Page {
  limit: number
  /** Where the page before ended. */
  after: { createdAt: string; id: string } | null
}

/** Somebody's broadcasts, the newest first. */
export async function listBroadcasts(
  sql: Runner,
  senderId: string,
  { limit, after }: Page,
  settledUpTo: number,
): Promise<StoredBroadcast[]> {
  // Written as a range, so that the planner does not read everybody's in the order of their days.
  const end = after
    ? sql`(sender_id, created_at, id) < (${senderId}, ${after.createdAt}, ${after.id})`
    : sql`sender_id <= ${senderId}`
  const page = sql`
    select * from broadcasts
    where sender_id >= ${senderId} and ${end}
    order by sender_id desc, created_at desc, id desc
    limit ${limit}`
  const rows = await read(sql, page, settledUpTo, sql``)
  return rows.map(broadcastOf)
}

/** Its job is told to whom may still see it; that something was sent means that it is talked about. */
function read(sql: Runner, chosen: Fragment, settledUpTo: number, more: Fragment) {
  return sql<Row[]>`
    select b.*,
      (select row_to_json(j) from (
         select ${sql.unsafe(jobColumns)} from jobs j
         where j.id = b.job_id and (b.total_sent > 0 or ${isSeenBy(sql, sql`b.sender_id`)})
       ) j) as job,
      case when b.total <= ${settledUpTo} then (
        select coalesce(json_agg(r), '[]') from (
          select user_id as "userId", reason, missing, conversation_id as "conversationId", seq
          from broadcast_recipients r
          where r.broadcast_id = b.id and r.settled_at is not null
          order by r.nth
        ) r
      ) end as settled
      ${more}
    from (${chosen}) b
    order by b.created_at desc, b.id desc`
}

/** One look at the position of each whom something was sent to. */
function reached(sql: Runner) {
  return sql`(
    select json_build_object(
      'delivered', count(*) filter (where p.delivered_seq >= r.seq and p.read_seq < r.seq),
      'read', count(*) filter (where p.read_seq >= r.seq)
    )
    from broadcast_recipients r
    cross join lateral (
      select p.delivered_seq, p.read_seq from participants p
      where p.conversation_id = r.conversation_id and p.user_id = r.user_id offset 0
    ) p
    where r.broadcast_id = b.id and r.seq is not null
  )`
}

function broadcastOf(row: Row) {
  const { job, settled, createdAt, dueAt, startedAt, finishedAt } = row
  return {
    ...row,
    job: job && jobOf(job),
    settled: settled ?? [],
    createdAt: iso(createdAt),
    dueAt: iso(dueAt),
    startedAt: startedAt && iso(startedAt),
    finishedAt: finishedAt && iso(finishedAt),
  }
}
