import type { BulkReport } from '@parley/protocol/admin'
import { limits } from '@parley/protocol/limits'
import { iso, type Runner } from '../database.ts'
import { userOf } from '../rows/user.ts'
import type { people } from '../schema/people.ts'

type Person = Pick<typeof people.$inferSelect, 'id' | 'name' | 'role' | 'picture'>
type Contractor = Person & Omit<BulkReport['contractors'][number], 'user'>

interface Row {
  days: BulkReport['days']
  contractors: Contractor[]
  failures: BulkReport['failures']
  p50: number | null
  p95: number | null
}

/**
 * How bulk messages were used in so many days up to today.
 *
 * Costs the broadcasts of those days and the recipients that failed, which an index counts by
 * itself; whoever got theirs is known from the totals.
 */
export async function bulkUsage(sql: Runner, days: number): Promise<BulkReport> {
  const use = sql`count(*)::int as broadcasts, sum(total) as recipients,
    sum(total_sent) as sent, sum(total_failed) as failed`
  const [row] = await sql<[Row]>`
    with today as (select date_trunc('day', now() at time zone 'UTC') as at),
    written as materialized (
      select id, sender_id, total, total_sent, total_failed, created_at,
        created_at at time zone 'UTC' as utc,
        case status when 'finished' then extract(epoch from finished_at - started_at) end as seconds
      from broadcasts
      where created_at >= (select at - (${days}::int - 1) * interval '1 day' from today)
        at time zone 'UTC'
    )
    select
      (select json_agg(d order by d.day) from (
         select to_char(day, 'YYYY-MM-DD') as day, coalesce(broadcasts, 0) as broadcasts,
           coalesce(recipients, 0) as recipients, coalesce(sent, 0) as sent,
           coalesce(failed, 0) as failed
         from today
         cross join generate_series(at - (${days}::int - 1) * interval '1 day', at, '1 day') day
         left join (select date_trunc('day', utc) as day, ${use} from written group by 1) w
           using (day)
       ) d) as days,
      (select coalesce(json_agg(c order by c.recipients desc, c.id), '[]') from (
         select w.*, p.id, p.name, p.role, p.picture
         from (
           select sender_id, ${use}, max(created_at) as "lastAt" from written
           group by sender_id order by recipients desc, sender_id limit ${limits.bulkContractors}
         ) w
         cross join lateral (
           select id, name, role, picture from people where people.id = w.sender_id offset 0
         ) p
       ) c) as contractors,
      (select coalesce(json_agg(f order by f.count desc, f.reason), '[]') from (
         select reason, sum(count) as count
         from written w
         cross join lateral (
           select reason, count(*) from broadcast_recipients r
           where r.broadcast_id = w.id and r.reason is not null
           group by reason offset 0
         ) failed
         where w.total_failed > 0
         group by reason
       ) f) as failures,
      (select percentile_cont(0.5) within group (order by seconds) from written) as p50,
      (select percentile_cont(0.95) within group (order by seconds) from written) as p95`
  return reportOf(row)
}

function reportOf({ days, contractors, failures, p50, p95 }: Row): BulkReport {
  return {
    days,
    contractors: contractors.map(
      ({ id, name, role, picture, broadcasts, recipients, sent, failed, lastAt }) => ({
        user: userOf({ id, name, role, picture }),
        ...{ broadcasts, recipients, sent, failed },
        lastAt: iso(lastAt),
      }),
    ),
    failures,
    ...(p50 !== null && p95 !== null && { seconds: { p50, p95 } }),
  }
}
