import type { Failure } from '@parley/protocol/bulk'
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import type { Runner, Transaction } from '../database.ts'

/** A broadcast as it begins. */
export interface NewBroadcast {
  senderId: string
  /** Each of one's broadcasts has another one. */
  idempotencyKey: string
  text: string
  jobId: string | null
  filter: RecipientFilter | null
  zone: string | null
  /** When it is due, in milliseconds since 1970; at once when that has passed. */
  atMs: number | null
  /** It is not due before so many milliseconds are over. */
  waitMs: number
  /** In the order in which they were named; those with a reason have failed. */
  recipients: { userId: string; jobId: string | null; reason: Failure | null }[]
}

/** A broadcast that was found by its key, or made. */
export interface Begun {
  id: string
  total: number
  /** Whether it may be worked on at once. */
  isDue: boolean
}

export async function findBegun(
  sql: Runner,
  senderId: string,
  idempotencyKey: string,
): Promise<Begun | undefined> {
  const [row] = await sql<Begun[]>`
    -- Whoever has waited for it began before it was due.
    select id, total, due_at <= clock_timestamp() as is_due from broadcasts
    where sender_id = ${senderId} and idempotency_key = ${idempotencyKey}`
  return row
}

/** From here to the end of the transaction nobody else begins a broadcast of this person. */
export async function lockSender(tx: Transaction, senderId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`broadcasts of ${senderId}`}, 0))`
}

/** Writes a broadcast with all its recipients. */
export async function insertBroadcast(tx: Transaction, broadcast: NewBroadcast): Promise<Begun> {
  const { senderId, idempotencyKey, text, jobId, filter, zone, atMs, waitMs } = broadcast
  const { recipients } = broadcast
  const failed = recipients.filter(({ reason }) => reason !== null).length
  const [row] = await tx<Begun[]>`
    with due as (
      -- Cut, since a column rounds it up, to a moment that has not come.
      select date_trunc('milliseconds', greatest(
        to_timestamp(${atMs}::float8 / 1000), now() + ${waitMs}::float8 * interval '1 ms'
      )) as at
    ), made as (
      insert into broadcasts (
        sender_id, idempotency_key, status, text, job_id, filter, zone, total, total_failed,
        created_at, due_at, next_at
      )
      select ${senderId}, ${idempotencyKey}::uuid,
        case when due.at > now() then 'scheduled' else 'running' end,
        ${text}, ${jobId}, ${filter && tx.json(filter)}::jsonb, ${zone}, ${recipients.length},
        ${failed}, date_trunc('milliseconds', now()), due.at, due.at
      from due
      returning id, total, status
    ), listed as (
      insert into broadcast_recipients (broadcast_id, nth, user_id, job_id, reason, settled_at)
      select made.id, r.nth - 1, r.user_id, r.job_id, r.reason,
        case when r.reason is not null then now() end
      from made, unnest(
        ${recipients.map(({ userId }) => userId)}::text[],
        ${recipients.map(one => one.jobId)}::text[],
        ${recipients.map(({ reason }) => reason)}::text[]
      ) with ordinality r (user_id, job_id, reason, nth)
    )
    select id, total, status = 'running' as is_due from made`
  if (!row) throw new Error('an insert returns its row')
  return row
}

/** Postgres's clock, in milliseconds since 1970. */
export async function presentMs(sql: Runner): Promise<number> {
  const [row] = await sql<{ ms: number }[]>`
    select extract(epoch from now())::float8 * 1000 as ms`
  return row?.ms ?? Number.NaN
}
