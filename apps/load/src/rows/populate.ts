/**
 * Fills a migrated, empty database with people, conversations and messages, all by Postgres
 * itself: the same seed and sizes make the same rows, on any machine, a million messages in
 * half a minute.
 *
 * They lie on the disk as years of use would have left them: in the order of time, so that
 * one conversation's messages are strewn among those of all others.
 */
import type { Sql, Transaction } from '@parley/db/database'
import { withoutIndexes } from './withoutIndexes.ts'

export interface Population {
  seed: string
  customers: number
  contractors: number
  /** How many customers each contractor talks with. */
  conversationsEach: number
  /** On average; from one to nearly twice as many. */
  messagesEach: number
  /** Conversations of one busy contractor more. */
  busy: number
  /** Messages of one long conversation more. */
  long: number
}

export interface Populated {
  busyId: string
  longId: string
  /** The long conversation's. */
  conversationId: string
  messages: number
}

const busyId = 'contractor-busy'
const longId = 'contractor-long'

export async function populate(sql: Sql, population: Population): Promise<Populated> {
  const { customers, conversationsEach, busy } = population
  if (customers < Math.max(conversationsEach, busy, 1)) {
    throw new Error('nobody talks twice with the same customer: there are too few of them')
  }
  const filled = await sql.begin(async tx => {
    await settingsForMuch(tx)
    await makePeople(tx, population)
    await planConversations(tx, population)
    await withoutIndexes(tx, ['conversations', 'participants', 'messages'], async () => {
      await makeConversations(tx)
      await makeMessages(tx, population)
    })
    const [long] = await tx<{ id: string }[]>`select id from planned where contractor = ${longId}`
    const [all] = await tx<{ messages: number }[]>`
      select sum(last_seq)::int as messages from planned`
    return { conversationId: long?.id ?? '', messages: all?.messages ?? 0 }
  })
  // As the autovacuum leaves tables that have been in use for a while.
  await sql`vacuum analyze`
  return { busyId, longId, ...filled }
}

/** For this transaction alone; a server's own statements are short and look things up. */
async function settingsForMuch(tx: Transaction): Promise<void> {
  await tx`set local enable_seqscan = on`
  await tx`set local work_mem = '256MB'`
  await tx`set local maintenance_work_mem = '512MB'`
  await tx`set local synchronous_commit = off`
}

async function makePeople(tx: Transaction, { customers, contractors }: Population) {
  await tx`
    insert into people (id, name, role)
    select 'customer-' || n, 'Customer ' || n, 'customer' from generate_series(1, ${customers}::int) n
    union all
    select 'contractor-' || n, 'Contractor ' || n, 'contractor'
    from generate_series(1, ${contractors}::int) n
    union all
    values (${busyId}, 'Busy Contractor', 'contractor'), (${longId}, 'Long Contractor', 'contractor')`
}

/** One row for each conversation to come: who, how long, and over which time. */
async function planConversations(tx: Transaction, population: Population): Promise<void> {
  const { seed, customers, contractors, conversationsEach, messagesEach, busy, long } = population
  await tx`
    create function pg_temp.pick(of text, below int) returns int immutable language sql
    return ((hashtextextended(of, 0) & 2147483647) % below)::int`
  await tx`
    create temporary table planned on commit drop as
    with pairs (contractor, customer) as (
      select 'contractor-' || c, 'customer-' || 1 + (c * ${conversationsEach}::int + k) % ${customers}::int
      from generate_series(1, ${contractors}::int) c, generate_series(1, ${conversationsEach}::int) k
      union all
      select ${busyId}, 'customer-' || k from generate_series(1, ${busy}::int) k
      union all
      select ${longId}, 'customer-1' where ${long}::int > 0
    ), seeded as (
      select *, ${seed} || contractor || '/' || customer || '/' as key from pairs
    )
    select row_number() over (order by key)::int as n, contractor, customer, key, md5(key)::uuid as id,
      case when contractor = ${longId} then ${long}::int
        else 1 + pg_temp.pick('length' || key, 2 * ${messagesEach}::int - 1) end as last_seq,
      -- Some are over for months; the long one has gone on all the time.
      case when contractor = ${longId} then 360
        else 1 + pg_temp.pick('days' || key, 360) end as days,
      -- In a quarter of them the contractor has not read the last few.
      case when pg_temp.pick('unread' || key, 4) = 0 then 1 + pg_temp.pick('few' || key, 5)
        else 0 end as unread
    from seeded`
}

/** Each with the version that reading up to the end has left: one for each message and for each of the two. */
async function makeConversations(tx: Transaction): Promise<void> {
  await tx`
    insert into conversations
      (id, version, last_seq, opened_by, pair_low, pair_high, created_at, updated_at)
    select id, last_seq + 3, last_seq, customer,
      least(customer collate "C", contractor), greatest(customer collate "C", contractor),
      timestamptz '2026-01-01', timestamptz '2026-01-01' + days * interval '1 day'
    from planned order by days, key`
  await tx`
    insert into participants
      (conversation_id, user_id, version, read_seq, delivered_seq, joined_at)
    select id, person, last_seq + 2 + is_contractor, last_seq - unread_by_them, last_seq,
      timestamptz '2026-01-01'
    from planned, lateral (values
      (customer, 0, 0), (contractor, 1, least(unread, last_seq))
    ) two (person, is_contractor, unread_by_them)
    order by days, key`
}

const words =
  'Could you come on Tuesday between nine and eleven? The tap in the kitchen still drips, and I would like to talk about the price of a new one before you order it. '

/** What is sorted is narrow; a message's own columns are made in the order that was found. */
async function makeMessages(tx: Transaction, { seed }: Population): Promise<void> {
  await tx`analyze planned`
  await tx`
    insert into messages
      (conversation_id, seq, version, sender_id, client_id, text, created_at)
    select id, seq, seq + 1,
      case when pg_temp.pick('who' || key || seq, 2) = 0 then customer else contractor end,
      md5(${seed} || key || seq)::uuid,
      left(seq || ': ' || ${words}, 12 + pg_temp.pick('text' || key || seq, ${words.length}::int)),
      at
    from (
      select n, seq, timestamptz '2026-01-01' + seq * (days * interval '1 day' / last_seq) as at
      from planned, generate_series(1, last_seq) seq
      order by at, n
    ) written join planned using (n)`
}
