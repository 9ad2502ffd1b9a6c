import type { Job } from '@parley/protocol/job'
import { limits } from '@parley/protocol/limits'
import type { Role } from '@parley/protocol/user'
import type { Fragment, Runner } from '../database.ts'
import { type JobRow, jobOf } from '../rows/job.ts'

export async function upsertJob(sql: Runner, job: Job): Promise<Job> {
  const { id, title, type, status, place = null, price, customerId } = job
  const shown = price === undefined ? null : sql.json(price)
  const [row] = await sql<JobRow[]>`
    insert into jobs (id, title, type, status, place, price, customer_id)
    values (${id}, ${title}, ${type}, ${status}, ${place}, ${shown}, ${customerId})
    on conflict (id) do update
    set title = excluded.title, type = excluded.type, status = excluded.status,
        place = excluded.place, price = excluded.price, customer_id = excluded.customer_id,
        updated_at = clock_timestamp()
    returning *`
  if (!row) throw new Error('an upsert returns its row')
  return jobOf(row)
}

/** A job that this person may see; nothing for one that they may not. */
export async function visibleJob(
  sql: Runner,
  userId: string,
  role: Role,
  jobId: string,
): Promise<Job | undefined> {
  const [row] = await sql<JobRow[]>`
    select j.* from jobs j
    where j.id = ${jobId} and (
      ${role} = 'admin'
      or j.customer_id = ${userId}
      or ${role} = 'contractor' and j.status = 'open'
      or exists (
        select from conversations c join participants p on p.conversation_id = c.id
        where c.job_id = j.id and p.user_id = ${userId} and p.left_at is null
      )
    )`
  return row && jobOf(row)
}

/**
 * The jobs that this person may see, the last changed first: one's own, those one talks
 * about, open ones for contractors, all for administrators. Each kind has its own index.
 */
export async function visibleJobs(sql: Runner, userId: string, role: Role): Promise<Job[]> {
  const newest = sql`order by j.updated_at desc limit ${limits.page}`
  const own = sql`(select j.* from jobs j where j.customer_id = ${userId} ${newest})`
  const talked = sql`(
    select distinct j.* from participants p
    cross join lateral (select * from conversations c where c.id = p.conversation_id offset 0) c
    join jobs j on j.id = c.job_id
    where p.user_id = ${userId} and p.left_at is null
    ${newest})`
  const open = sql`(select j.* from jobs j where j.status = 'open' ${newest})`
  const all = sql`(select j.* from jobs j ${newest})`
  const rows = await sql<JobRow[]>`
    select * from (
      ${role === 'admin' ? all : sql`${own} union ${talked}`}
      ${role === 'contractor' ? sql`union ${open}` : sql``}
    ) j
    order by j.updated_at desc, j.id
    limit ${limits.page}`
  return rows.map(jobOf)
}

/** Whether a contractor may see `j`: one look by its key for each conversation about it. */
export function isSeenBy(sql: Runner, contractorId: string | Fragment) {
  return sql`(j.status = 'open' or exists (
    select from conversations c
    cross join lateral (
      select from participants p
      where p.conversation_id = c.id and p.user_id = ${contractorId} and p.left_at is null offset 0
    ) p
    where c.job_id = j.id offset 0
  ))`
}
