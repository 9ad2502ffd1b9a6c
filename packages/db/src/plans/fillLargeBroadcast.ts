// One broadcast of `busy` that runs, long since and large, and four templates of each contractor.

import type { Sql } from '../database.ts'

export const large = {
  broadcast: '00000000-0000-4000-a000-000000000001',
  /** In turn sent, sent, failed, waiting. */
  recipients: 1000,
}

export async function fillLargeBroadcast(sql: Sql, busy: string): Promise<void> {
  const { broadcast, recipients } = large
  await sql`
    insert into broadcasts (id, sender_id, idempotency_key, status, text, job_id, total,
      total_sent, total_failed, created_at, due_at, next_at, started_at)
    select ${broadcast}::uuid, ${busy}, ${broadcast}::uuid, 'running', 'Hello', 'job-1', ${recipients}::int,
      ${recipients / 2}::int, ${recipients / 4}::int, at, at, at, at
    from (select now() - interval '2 years' as at) moment`
  await sql`
    insert into broadcast_recipients
      (broadcast_id, nth, user_id, reason, conversation_id, seq, settled_at)
    select ${broadcast}::uuid, nth, 'customer-' || nth, case when nth % 4 = 2 then 'OPTED_OUT' end,
      case when nth % 4 < 2 then ('00000000-0000-4000-8000-' || lpad(to_hex(nth), 12, '0'))::uuid end,
      case when nth % 4 < 2 then 1 + nth % 8 end, case when nth % 4 < 3 then now() end
    from generate_series(1, ${recipients}::int) nth`
  await sql`
    insert into templates (owner_id, name, text)
    select 'contractor-' || n, 'Template ' || k, 'Hello'
    from generate_series(1, 1500) n, generate_series(1, 4) k`
}
