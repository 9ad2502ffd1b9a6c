import { limits } from '@parley/protocol/limits'
import { expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { bulkUsage } from './bulkUsage.ts'

async function database() {
  const { url, ...database } = await testDatabase()
  const sql = connect(url, { max: 1 })
  onTestFinished(async () => {
    await sql.end({ timeout: 5 })
    await database[Symbol.asyncDispose]()
  })
  await sql`
    insert into people (id, name, role, picture) values
      ('carla', 'Carla', 'contractor', 'https://x.example/carla.png'),
      ('cem', 'Cem', 'contractor', null)`
  return sql
}

interface Broadcast {
  by: string
  /** From the beginning of today, in UTC. */
  at: string
  sent: number
  failed?: string[]
  waiting?: number
  seconds?: number | null
}

async function add(sql: Sql, { by, at, sent, failed = [], waiting = 0, seconds }: Broadcast) {
  const started = sql`date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' + ${at}::interval`
  const isOver = seconds !== null && waiting === 0
  const [row] = await sql<[{ id: string }]>`
    insert into broadcasts (sender_id, idempotency_key, status, text, total, total_sent,
      total_failed, created_at, due_at, started_at, finished_at)
    values (${by}, gen_random_uuid(), ${isOver ? 'finished' : 'cancelled'}, 'hello',
      ${sent + failed.length + waiting}, ${sent}, ${failed.length}, ${started}, now(), ${started},
      ${started} + ${seconds ?? 1} * interval '1 second')
    returning id`
  await sql`
    insert into broadcast_recipients (broadcast_id, nth, user_id, reason, settled_at)
    select ${row.id}, nth, 'person ' || nth, reason, now()
    from unnest(${failed}::text[]) with ordinality failed (reason, nth)`
}

test('every day up to today in UTC, with zeros where nothing was', async () => {
  const sql = await database()
  await add(sql, { by: 'carla', at: '0', sent: 2, failed: ['BLOCKED'] })
  await add(sql, { by: 'cem', at: '0', sent: 1 })
  await add(sql, { by: 'cem', at: '-1 millisecond', sent: 4 })
  await add(sql, { by: 'cem', at: '-2 days', sent: 7 })
  await add(sql, { by: 'cem', at: '-2 days -1 millisecond', sent: 100, failed: ['BLOCKED'] })
  const { days, contractors, failures } = await bulkUsage(sql, 3)
  const [{ today }] = await sql<[{ today: string }]>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD') as today`
  const dayBefore = (ago: number) =>
    new Date(Date.parse(today) - ago * 86_400_000).toISOString().slice(0, 10)
  expect(days).toEqual([
    { day: dayBefore(2), broadcasts: 1, recipients: 7, sent: 7, failed: 0 },
    { day: dayBefore(1), broadcasts: 1, recipients: 4, sent: 4, failed: 0 },
    { day: today, broadcasts: 2, recipients: 4, sent: 3, failed: 1 },
  ])
  expect(contractors.map(({ recipients }) => recipients)).toEqual([12, 3])
  expect(failures).toEqual([{ reason: 'BLOCKED', count: 1 }])
})

test('days without any, and nothing else to tell', async () => {
  const { days, ...rest } = await bulkUsage(await database(), limits.bulkDays)
  expect(days).toHaveLength(limits.bulkDays)
  expect(days.every(({ broadcasts, recipients }) => broadcasts === 0 && recipients === 0)).toBe(
    true,
  )
  expect(rest).toEqual({ contractors: [], failures: [] })
})

test('who used it most, why some failed, and how long the finished ones took', async () => {
  const sql = await database()
  const failed = ['OPTED_OUT', 'OPTED_OUT', 'DUPLICATE']
  await add(sql, { by: 'cem', at: '1 second', sent: 3, seconds: 1 })
  await add(sql, { by: 'carla', at: '1 second', sent: 10, failed, seconds: 2 })
  await add(sql, { by: 'carla', at: '2 seconds', sent: 5, failed: ['DUPLICATE'], seconds: 3 })
  await add(sql, { by: 'carla', at: '0', sent: 1, waiting: 8, seconds: 1000 })
  const { contractors, failures, seconds } = await bulkUsage(sql, 1)
  const today = new Date().toISOString().slice(0, 10)
  expect(contractors).toEqual([
    {
      user: {
        id: 'carla',
        name: 'Carla',
        role: 'contractor',
        picture: 'https://x.example/carla.png',
      },
      ...{ broadcasts: 3, recipients: 28, sent: 16, failed: 4 },
      lastAt: `${today}T00:00:02.000Z`,
    },
    {
      user: { id: 'cem', name: 'Cem', role: 'contractor' },
      ...{ broadcasts: 1, recipients: 3, sent: 3, failed: 0 },
      lastAt: `${today}T00:00:01.000Z`,
    },
  ])
  expect(failures).toEqual([
    { reason: 'DUPLICATE', count: 2 },
    { reason: 'OPTED_OUT', count: 2 },
  ])
  expect(seconds).toEqual({ p50: 2, p95: 2.9 })
})

test('no more contractors than there is room for', async () => {
  const sql = await database()
  const most = limits.bulkContractors
  await sql`
    insert into people (id, name, role)
    select 'c-' || n, 'Contractor', 'contractor' from generate_series(1, ${most + 5}::int) n`
  for (let n = 1; n <= most + 5; n++) await add(sql, { by: `c-${n}`, at: '0', sent: n })
  const { contractors } = await bulkUsage(sql, 1)
  expect(contractors.map(({ user }) => user.id)).toEqual(
    Array.from({ length: most }, (_, at) => `c-${most + 5 - at}`),
  )
})
