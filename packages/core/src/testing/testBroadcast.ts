// Broadcasts in tests: many people at once, workers, and what the tables say became of each.

import { randomUUID } from 'node:crypto'
import type { Sql } from '@parley/db/database'
import type { SendInput } from '@parley/protocol/bulkInputs'
import type { Role } from '@parley/protocol/user'
import { expect, onTestFinished } from 'vitest'
import { type BulkOptions, startBulk } from '../bulk/engine.ts'
import type { Caller, Core } from '../core.ts'

/** So many new people, by the order of their names. */
export async function crowd(sql: Sql, count: number, role: Role = 'customer'): Promise<string[]> {
  const name = randomUUID().slice(0, 8)
  const rows = await sql<{ id: string }[]>`
    insert into people (id, name, role)
    select ${name} || '-' || to_char(n, 'FM00000'), 'Person ' || n, ${role}
    from generate_series(1, ${count}::int) n
    returning id`
  return rows.map(({ id }) => id)
}

export function to(userIds: string[], more: Partial<SendInput> = {}): SendInput {
  return {
    idempotencyKey: randomUUID(),
    recipients: { userIds },
    content: { type: 'text', text: 'Hello {{customer.firstName}}' },
    undo: false,
    ...more,
  }
}

/** Workers of a node, until the test is over. */
export function workers(core: Core, more: Partial<BulkOptions> = {}) {
  const { bus, bulk, openPolicy, onError } = core
  const { sql, limits } = bulk
  const started = startBulk({
    sql,
    bus,
    limits,
    openPolicy,
    onError,
    pollMs: 5,
    chunkMost: 100,
    ...more,
  })
  onTestFinished(started.close)
  return started
}

export async function isOver(sql: Sql, broadcastId: string): Promise<boolean> {
  const [row] = await sql<{ over: boolean }[]>`
    select finished_at is not null as over from broadcasts where id = ${broadcastId}`
  return row?.over ?? false
}

export const untilOver = (sql: Sql, broadcastId: string) =>
  expect.poll(() => isOver(sql, broadcastId), { timeout: 20_000, interval: 10 }).toBe(true)

/** What became of each, as "sent", a reason or "waiting", in the order in which they were named. */
export async function outcomes(sql: Sql, broadcastId: string): Promise<string[]> {
  const rows = await sql<{ outcome: string }[]>`
    select case when seq is not null then 'sent' else coalesce(reason, 'waiting') end as outcome
    from broadcast_recipients where broadcast_id = ${broadcastId} order by nth`
  return rows.map(({ outcome }) => outcome)
}

interface Recipient {
  userId: string
  jobId: string | null
  place: string | null
  isSettled: boolean
}

interface Arrived {
  userId: string
  jobId: string | null
  place: string
}

/**
 * What is wrong with the only broadcast of a sender: who has it not once, where nothing was said
 * to be, and totals that are not what is there.
 */
export async function mistakes(sql: Sql, sender: Pick<Caller, 'userId'>): Promise<string[]> {
  const { userId: senderId } = sender
  const [broadcast] = await sql`
    select id, status, total, total_sent, total_failed from broadcasts where sender_id = ${senderId}`
  const recipients = await sql<Recipient[]>`
    select user_id, job_id, conversation_id || '.' || seq as place,
      settled_at is not null as is_settled
    from broadcast_recipients where broadcast_id = ${broadcast?.id}`
  const arrived = await sql<Arrived[]>`
    select case when c.pair_low = ${senderId} then c.pair_high else c.pair_low end as user_id,
      c.job_id, c.id || '.' || m.seq as place
    from messages m join conversations c on c.id = m.conversation_id
    where m.sender_id = ${senderId} and m.bulk`
  const [odd] = await sql<{ count: number }[]>`
    select count(*)::int from conversations c
    where (c.pair_low = ${senderId} or c.pair_high = ${senderId}) and (
      c.last_seq <> (select count(*) from messages m where m.conversation_id = c.id)
      or 2 <> (select count(*) from participants p where p.conversation_id = c.id)
    )`
  const sent = recipients.filter(({ place }) => place !== null)
  const keyOf = ({ userId, jobId, place }: Pick<Recipient, 'userId' | 'jobId' | 'place'>) =>
    `${userId} about ${jobId} at ${place}`
  const said = new Set(sent.map(keyOf))
  const found = new Set(arrived.map(keyOf))
  const people = new Set(arrived.map(({ userId }) => userId))
  const failed = recipients.filter(({ isSettled, place }) => isSettled && place === null).length
  const counts = { total: recipients.length, totalSent: sent.length, totalFailed: failed }
  const stays = broadcast?.status === 'cancelled' ? [] : recipients.filter(one => !one.isSettled)
  return [
    ...(arrived.length > people.size ? [`${arrived.length - people.size} doubled`] : []),
    ...[...said].filter(key => !found.has(key)).map(key => `lost: ${key}`),
    ...[...found].filter(key => !said.has(key)).map(key => `not said: ${key}`),
    ...stays.map(({ userId }) => `left out: ${userId}`),
    ...(odd?.count ? [`${odd.count} odd conversations`] : []),
    ...Object.entries(counts).flatMap(([name, count]) =>
      broadcast?.[name] === count ? [] : [`${name}: ${broadcast?.[name]}, but ${count} are there`],
    ),
  ]
}
