// Enough rows that reading a table from end to end is never cheaper than looking up. Always the
// same ones; `busy` takes part in 500 conversations, one of which is long, and one is a group.

import type { Sql } from '../database.ts'
import { fillLargeBroadcast } from './fillLargeBroadcast.ts'

/** The id of the n-th conversation. */
export const conversationOf = (n: number) =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export const filled = {
  busy: 'contractor-1',
  other: 'customer-1',
  long: conversationOf(1),
  longest: 4000,
  conversationsOfBusy: 500,
  broadcastsThisMonth: 30,
  failedOfEach: 5,
}

export async function fill(sql: Sql): Promise<void> {
  await sql`
    insert into people (id, name, role)
    select role || '-' || n, 'Person ' || n, role
    from unnest(array['customer', 'contractor']) role, generate_series(1, 1500) n`
  await sql`
    insert into jobs (id, title, type, place, status, customer_id)
    select 'job-' || n, 'Job ' || n, case when n % 20 = 0 then 'Paint' else 'repair' end,
      'Town ' || n % 40, case when n % 3 = 0 then 'open' else 'done' end, 'customer-' || 1 + n % 1500
    from generate_series(1, 2000) n`
  await sql`
    insert into blocks (blocker_id, blocked_id)
    select 'customer-' || n, 'contractor-' || n from generate_series(2, 1500) n`
  await fillConversations(sql)
  await fillBroadcasts(sql)
  await fillLargeBroadcast(sql, filled.busy)
  await sql`
    insert into auth_users (id, name, email)
    select 'usr_' || n, 'User ' || n, n || '@example.com' from generate_series(1, 1000) n`
  await sql`
    insert into auth_sessions (id, user_id, token, expires_at)
    select n || '/' || k, 'usr_' || n, n || '/' || k, now() + (k - 2) * interval '1 day'
    from generate_series(1, 1000) n, generate_series(1, 5) k`
  await sql`
    insert into auth_accounts (id, user_id, account_id, provider_id)
    select 'usr_' || n, 'usr_' || n, 'usr_' || n, 'credential' from generate_series(1, 1000) n`
  await sql`vacuum analyze`
}

async function fillConversations(sql: Sql): Promise<void> {
  const { long, longest, conversationsOfBusy } = filled
  await sql`
    create temporary table planned as
    select n, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      'customer-' || 1 + (n - 1) % 1500 as customer,
      'contractor-' || case when n <= ${conversationsOfBusy} then 1 else 2 + n % 1499 end as contractor,
      case when n = 1 then ${longest}::int else 8 end as last_seq
    from generate_series(1, 5000) n`
  await sql`
    insert into conversations
      (id, version, last_seq, opened_by, pair_low, pair_high, job_id, updated_at)
    select id, last_seq + 3, last_seq, customer, contractor, customer, 'job-' || 1 + n % 2000,
      now() - n * interval '1 minute'
    from planned`
  await sql`
    insert into participants (conversation_id, user_id, version, read_seq, delivered_seq)
    select id, customer, last_seq + 2, last_seq, last_seq from planned
    union all
    select id, contractor, last_seq + 3, last_seq - 3, last_seq from planned`
  await sql`
    insert into messages (conversation_id, seq, version, sender_id, client_id, text)
    select id, seq, seq + 1, case when seq % 2 = 0 then customer else contractor end,
      md5(n || '/' || seq)::uuid, 'message ' || seq
    from planned, generate_series(1, last_seq) seq`
  await sql`update participants set read_seq = 0 where conversation_id = ${long} and user_id like 'contractor%'`
}

/** Of `busy` and of others, some this month and most of them long ago; a few of each failed. */
async function fillBroadcasts(sql: Sql): Promise<void> {
  const { broadcastsThisMonth, failedOfEach } = filled
  await sql`
    insert into broadcasts (id, sender_id, idempotency_key, status, text, total, total_sent,
      total_failed, created_at, due_at, next_at, started_at, finished_at)
    select md5('broadcast ' || n)::uuid, 'contractor-' || 1 + n % 3, gen_random_uuid(), 'finished',
      'hello', 100, ${100 - failedOfEach}::int, ${failedOfEach}::int, at, at, at, at,
      at + interval '1 second'
    from generate_series(1, 600) n
    cross join lateral (
      select now() - n * interval '10 minutes'
        - case when n > ${broadcastsThisMonth}::int then interval '1 year' else '0' end as at
    ) moment`
  await sql`
    insert into broadcast_recipients (broadcast_id, nth, user_id, reason, conversation_id, seq, settled_at)
    select md5('broadcast ' || n)::uuid, nth, 'customer-' || nth,
      case when nth <= ${failedOfEach}::int then 'OPTED_OUT' end,
      case when nth > ${failedOfEach}::int then ('00000000-0000-4000-8000-' || lpad(to_hex(nth), 12, '0'))::uuid end,
      case when nth > ${failedOfEach}::int then 1 end, now()
    from generate_series(1, 600) n, generate_series(1, 100) nth`
}
