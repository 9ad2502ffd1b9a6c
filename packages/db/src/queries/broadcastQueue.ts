// The queue of broadcasts: a broadcast's row is the item, its lock the lease. Whoever holds it
// settles recipients in the same transaction, so what died with its worker was never done.

import type { Failure } from '@parley/protocol/bulk'
import type { Role } from '@parley/protocol/user'
import type { Fragment, Runner, Transaction } from '../database.ts'
import type { broadcasts } from '../schema/broadcasts.ts'
import type { Wanted } from './candidates.ts'

/** A broadcast whose lock one holds. */
export type Taken = Pick<
  typeof broadcasts.$inferSelect,
  'id' | 'senderId' | 'text' | 'total' | 'startedAt'
> & {
  senderName: string
  senderRole: Role
  /** It is not its time: whom it tried in vain is left alone for now. */
  isResting: boolean
}

/**
 * Among so many of the broadcasts that wait longest it is chosen which one is next: several times
 * as many as one contractor may have.
 */
const choice = 500

/**
 * The broadcast to work on next: of the contractor least recently worked for, the one that waits
 * longest. Those that somebody works on are passed over.
 */
export async function takeNext(tx: Transaction): Promise<Taken | undefined> {
  const [row] = await tx<Taken[]>`
    with due as (
      select id, sender_id, next_at, worked_at from broadcasts
      where finished_at is null and next_at <= now()
      order by next_at
      limit ${choice}
    ), sender as (
      select sender_id, max(worked_at) as worked_at
      from (
        select sender_id, worked_at from due
        union all
        -- What is finished counts as well, or whoever sends many small ones is always first.
        select d.sender_id, recent.worked_at from (select distinct sender_id from due) d
        cross join lateral (
          select worked_at from broadcasts b where b.sender_id = d.sender_id
          order by b.created_at desc, b.id desc
          limit 5
        ) recent
      ) work
      group by sender_id
    ), next as (
      select due.id from due join sender using (sender_id)
      order by sender.worked_at nulls first, due.next_at
    )
    select b.* from next
    cross join lateral (
      ${taken(tx)} where b.id = next.id and b.finished_at is null and b.next_at <= now()
      offset 0
      for no key update of b skip locked
    ) b
    limit 1`
  return row
}

/** In how many milliseconds a broadcast is due of those that are not. */
export async function msUntilNext(sql: Runner): Promise<number | undefined> {
  const [row] = await sql<{ ms: number }[]>`
    select ceil(extract(epoch from next_at - now()) * 1000)::float8 as ms from broadcasts
    where finished_at is null and next_at > now()
    order by next_at
    limit 1`
  return row?.ms
}

/** In how many milliseconds one broadcast is due; nothing when it is over. */
export async function msUntilDue(sql: Runner, broadcastId: string): Promise<number | undefined> {
  const [row] = await sql<{ ms: number }[]>`
    select greatest(ceil(extract(epoch from next_at - clock_timestamp()) * 1000), 0)::float8 as ms
    from broadcasts
    where id = ${broadcastId} and finished_at is null`
  return row?.ms
}

/** One broadcast, waiting for whoever works on it; nothing when it is over. */
export async function takeThis(tx: Transaction, broadcastId: string): Promise<Taken | undefined> {
  const [row] = await tx<Taken[]>`
    ${taken(tx)} where b.id = ${broadcastId} and b.finished_at is null
    for no key update of b`
  return row
}

function taken(sql: Runner): Fragment {
  return sql`
    select b.id, b.sender_id, b.text, b.total, b.started_at, u.name as sender_name,
      u.role as sender_role, b.next_at > clock_timestamp() as is_resting
    from broadcasts b join people u on u.id = b.sender_id`
}

/** A recipient whose turn has not come, or who was tried in vain. */
export type Waiting = Wanted & { attempts: number }

/** The recipients that are next: first those that were never tried. */
export function waitingRecipients(
  tx: Transaction,
  broadcastId: string,
  limit: number,
): Promise<Waiting[]> {
  const waiting = tx`
    select nth, user_id, job_id, attempts from broadcast_recipients
    where broadcast_id = ${broadcastId} and settled_at is null`
  return tx<Waiting[]>`
    with fresh as (${waiting} and attempts = 0 order by nth limit ${limit})
    select * from fresh
    union all
    select * from (
      ${waiting} and attempts > 0 and (select count(*) from fresh) < ${limit}
      order by attempts, nth
      limit ${limit}
    ) again`
}

/** What became of one: sent, failed, or, with neither, in vain and to be tried again. */
export interface Settlement {
  nth: number
  conversationId?: string
  seq?: number
  reason?: Failure
  missing?: string
}

/** How far a broadcast has come. */
export interface Standing {
  status: 'running' | 'finished' | 'cancelled'
  /** How long it has taken so far. */
  seconds: number
}

/**
 * Writes what became of some recipients and raises the totals with it; with the last one, the
 * broadcast is finished. It is next worked on after `restMs`, or, without, after a rest as long
 * as the work.
 */
export async function settle(
  tx: Transaction,
  broadcastId: string,
  settlements: readonly Settlement[],
  restMs: number | null,
): Promise<Standing> {
  const [row] = await tx<(Standing & { touched: number })[]>`
    with settled as (
      update broadcast_recipients r
      set conversation_id = t."conversationId", seq = t.seq, reason = t.reason,
        missing = t.missing, attempts = r.attempts + 1,
        settled_at = case when t.seq is not null or t.reason is not null then clock_timestamp() end
      from json_to_recordset(${JSON.stringify(settlements)}::text::json) as t(
        nth int, "conversationId" uuid, seq int, reason text, missing text
      )
      where r.broadcast_id = ${broadcastId} and r.settled_at is null and r.nth = t.nth
        and r.nth = any(${settlements.map(({ nth }) => nth)}::int[])
      returning r.seq, r.reason
    ), counted as (
      select count(*)::int as touched, count(seq)::int as sent, count(reason)::int as failed
      from settled
    )
    update broadcasts b
    set total_sent = b.total_sent + sent, total_failed = b.total_failed + failed,
      status = case when ${isLast(tx)} then 'finished' else 'running' end,
      finished_at = case when ${isLast(tx)} then clock_timestamp() end,
      started_at = coalesce(b.started_at, now()), worked_at = clock_timestamp(),
      next_at = clock_timestamp() + coalesce(
        ${restMs}::float8 * interval '1 ms', least(clock_timestamp() - now(), interval '1 second')
      )
    from counted
    where b.id = ${broadcastId}
    returning touched, status,
      extract(epoch from clock_timestamp() - b.started_at)::float8 as seconds`
  if (row?.touched !== settlements.length) throw new Error('somebody else settled a recipient')
  return row
}

function isLast(sql: Runner): Fragment {
  return sql`b.total_sent + sent + b.total_failed + failed = b.total`
}

/** Leaves a broadcast alone for a while, so that it is in nobody's way. */
export async function postpone(sql: Runner, broadcastId: string, ms: number): Promise<void> {
  await sql`
    update broadcasts set next_at = now() + ${ms}::float8 * interval '1 ms'
    where id = ${broadcastId} and finished_at is null`
}

/** A worker that stands still has lost its connection, and with it the lock, by then. */
const standsStillMs = 6000

/**
 * Ends a broadcast before its end, after what is being sent right now; what went stays.
 * Nothing when it is over, or not that person's.
 */
export async function cancelBroadcast(
  tx: Transaction,
  senderId: string,
  broadcastId: string,
): Promise<Standing | undefined> {
  await tx`select set_config('lock_timeout', ${String(standsStillMs)}, true)`
  const [row] = await tx<Standing[]>`
    update broadcasts
    set status = 'cancelled', finished_at = clock_timestamp()
    where id = ${broadcastId} and sender_id = ${senderId} and finished_at is null
    returning status,
      extract(epoch from finished_at - coalesce(started_at, finished_at))::float8 as seconds`
  return row
}
