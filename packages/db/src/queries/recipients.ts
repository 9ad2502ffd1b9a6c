// Whom a filter means. Each part begins with what is few: the jobs that match, or the
// conversations of the contractor; from there on it is one look by key for each.

import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import { millisecondsOf } from '@parley/protocol/ids'
import type { Fragment, Runner } from '../database.ts'
import { otherOfPair } from './blocks.ts'
import { isSeenBy } from './jobs.ts'

/** A customer whom a filter means, and their job that meets it, if it says anything of jobs. */
export interface Match {
  userId: string
  jobId: string | null
}

const yearOne = Date.parse('0001-01-01T00:00:00Z')

/** The customers whom a contractor's filter means, by name; see core/src/bulk/SPEC.md. */
export function matchingCustomers(
  sql: Runner,
  contractorId: string,
  filter: RecipientFilter,
  limit: number,
): Promise<Match[]> {
  const { jobId, jobType, jobStatus, place } = filter
  const ofJobs = [jobId, jobType, jobStatus, place].some(condition => condition !== undefined)
  const talking = talkingWith(sql, contractorId, filter)
  const matches = ofJobs
    ? withTheirJob(sql, contractorId, filter, talking)
    : sql`select customer_id, null::text as job_id from (${talking ?? nobody(sql)}) talking`
  return sql<Match[]>`
    select u.id as user_id, found.job_id from (${matches}) found
    cross join lateral (
      select * from people u where u.id = found.customer_id and u.role = 'customer' offset 0
    ) u
    where u.id <> ${contractorId}
    order by lower(u.name), u.id
    limit ${limit}`
}

function withTheirJob(
  sql: Runner,
  contractorId: string,
  filter: RecipientFilter,
  talking: Fragment | undefined,
) {
  // Few talk with somebody and many have jobs, so from those who talk to their jobs.
  if (talking) {
    return sql`
      select customer_id, newest.job_id from (${talking}) talking
      cross join lateral (
        select j.id as job_id from jobs j
        where j.customer_id = talking.customer_id
          and ${meets(sql, filter)} and ${isSeenBy(sql, contractorId)}
        order by j.updated_at desc, j.id
        limit 1
      ) newest`
  }
  const jobs =
    filter.jobId === undefined
      ? visibleJobs(sql, contractorId, filter)
      : sql`select j.* from jobs j where ${meets(sql, filter)} and ${isSeenBy(sql, contractorId)}`
  return sql`
    select distinct on (j.customer_id) j.customer_id, j.id as job_id from (${jobs}) j
    order by j.customer_id, j.updated_at desc, j.id`
}

/** Of `j`; type and place of open jobs are compared as their indexes have them. */
function meets(sql: Runner, { jobId, jobType, jobStatus, place }: RecipientFilter) {
  const same = (column: Fragment, wanted: string) =>
    sql`lower(btrim(${column})) = lower(btrim(${wanted}::text))`
  return sql`true
    ${jobId === undefined ? sql`` : sql`and j.id = ${jobId}`}
    ${jobType === undefined ? sql`` : sql`and ${same(sql`j.type`, jobType)}`}
    ${jobStatus === undefined ? sql`` : sql`and ${same(sql`j.status`, jobStatus)}`}
    ${place === undefined ? sql`` : sql`and ${same(sql`j.place`, place)}`}`
}

/** The jobs that a contractor may see and that meet the conditions; some of them twice. */
function visibleJobs(sql: Runner, contractorId: string, filter: RecipientFilter) {
  const talkedAbout = sql`
    select j.* from (${conversationsOf(sql, contractorId)}) c
    cross join lateral (select * from jobs j where j.id = c.job_id offset 0) j
    where ${meets(sql, filter)}`
  const mayBeOpen = (filter.jobStatus ?? 'open').trim().toLowerCase() === 'open'
  if (!mayBeOpen) return talkedAbout
  return sql`
    select j.* from jobs j where j.status = 'open' and ${meets(sql, filter)}
    union all ${talkedAbout}`
}

/** The customers who meet the conditions about talking, each once; nothing without such. */
function talkingWith(
  sql: Runner,
  contractorId: string,
  { talkedSince, notAnswered }: RecipientFilter,
): Fragment | undefined {
  const wrote = talkedSince === undefined ? undefined : whoWrote(sql, contractorId, talkedSince)
  const silent = notAnswered ? whoDidNotAnswer(sql, contractorId) : undefined
  return wrote && silent ? sql`(${wrote}) intersect ${silent}` : (wrote ?? silent)
}

/** Those who wrote since in a conversation that a contractor takes part in; moments rise with `seq`. */
function whoWrote(sql: Runner, contractorId: string, since: string) {
  // Postgres knows no year 0, and reads only so many digits of a second.
  const from = new Date(Math.max(millisecondsOf(since), yearOne)).toISOString()
  const active = sql`(${conversationsOf(sql, contractorId)}) c`
  return sql`
    select ${otherOfPair(sql, contractorId)} as customer_id from ${active}
    cross join lateral (${decisiveOfPair(sql, contractorId, from)}) decisive
    where c.pair_low is not null and c.updated_at >= ${from} and decisive.created_at >= ${from}
    union
    select wrote.sender_id from ${active}
    cross join lateral (${whoWroteInGroup(sql, from)}) wrote
    cross join lateral (
      select from participants p
      where p.conversation_id = c.id and p.user_id = wrote.sender_id and p.left_at is null offset 0
    ) member
    where c.pair_low is null and c.updated_at >= ${from}`
}

/**
 * The message of the pair `c` that says whether the other one wrote since, from the newest back:
 * one of theirs, or an older one.
 */
function decisiveOfPair(sql: Runner, contractorId: string, from: string) {
  const other = otherOfPair(sql, contractorId)
  return sql`
    select m.created_at from messages m
    where m.conversation_id = c.id and m.seq > c.after_seq
      and (m.created_at < ${from} or m.sender_id = ${other} and m.text is not null)
    order by m.seq desc
    limit 1`
}

/** Those who wrote since in the group `c`: all at once, as to look for each costs as many times. */
function whoWroteInGroup(sql: Runner, from: string) {
  return sql`
    select distinct m.sender_id from messages m
    where m.conversation_id = c.id and m.text is not null and m.seq > greatest(c.after_seq, (
      select older.seq from messages older
      where older.conversation_id = c.id and older.created_at < ${from}
      order by older.seq desc
      limit 1
    ))`
}

/** The others of those pairs in which the newest message that still stands is the contractor's. */
function whoDidNotAnswer(sql: Runner, contractorId: string) {
  return sql`
    select distinct ${otherOfPair(sql, contractorId)} as customer_id
    from (${conversationsOf(sql, contractorId)}) c
    cross join lateral (
      select m.sender_id from messages m
      where m.conversation_id = c.id and m.text is not null
      order by m.seq desc
      limit 1
    ) newest
    where c.pair_low is not null and newest.sender_id = ${contractorId}`
}

/** The conversations that somebody takes part in, one look by key for each. */
function conversationsOf(sql: Runner, userId: string) {
  return sql`
    select c.*, mine.after_seq from participants mine
    cross join lateral (select * from conversations c where c.id = mine.conversation_id offset 0) c
    where mine.user_id = ${userId} and mine.left_at is null`
}

function nobody(sql: Runner) {
  return sql`select null::text as customer_id where false`
}

/** A contractor's broadcasts that are not over, or were within a day. */
export interface RecipientsInADay {
  /** Whom something was sent to, or still will be. */
  reached: number
  /** All who were named, also in vain: their rows are there. */
  named: number
  /** How many broadcasts are not over. */
  open: number
}

/** Counts by when they ended: for many days ahead, many can be scheduled for one moment. */
export async function recipientsInADay(
  sql: Runner,
  contractorId: string,
): Promise<RecipientsInADay> {
  const [row] = await sql<[RecipientsInADay]>`
    select coalesce(sum(
        case when status = 'cancelled' then total_sent else total - total_failed end
      ), 0)::float8 as reached,
      coalesce(sum(total), 0)::float8 as named,
      count(*) filter (where finished_at is null)::int as open
    from broadcasts
    where sender_id = ${contractorId}
      and (finished_at is null or finished_at > now() - interval '24 hours')`
  return row
}
