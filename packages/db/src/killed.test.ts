import { expect, test } from 'vitest'
import { connect } from './database.ts'
import { testPostgres } from './testing/postgres.ts'
import { isUnavailable } from './unavailable.ts'

test('Postgres killed again and again under load: calls fail as unavailable, none hangs, the process lives', async () => {
  await using server = await testPostgres('durable')
  const sql = connect(server.url, { max: 4 })
  let stopped = false
  let answered = 0
  const strange: unknown[] = []
  const ask = [
    () => sql`select ${1}::int`,
    () => sql.begin(async tx => [await tx`select ${2}::int`, await tx`select ${3}::int`]),
    () => sql`select ${'x'.repeat(3000)}::text`,
  ]
  const loops = Array.from({ length: 12 }, async (_, at) => {
    while (!stopped) {
      try {
        await ask[at % ask.length]!()
        answered += 1
      } catch (error) {
        if (!isUnavailable(error)) strange.push(error)
        // Lets the connections be made again rather than asking in circles.
        await new Promise(resolve => setImmediate(resolve))
      }
    }
  })
  for (let kill = 0; kill < 5; kill += 1) {
    const before = answered
    await expect.poll(() => answered, { timeout: 10_000 }).toBeGreaterThan(before + 50)
    const pid = await server.pid()
    process.kill(pid!, 'SIGKILL')
  }
  const last = answered
  await expect.poll(() => answered, { timeout: 10_000 }).toBeGreaterThan(last + 50)
  stopped = true
  await Promise.all(loops)
  expect(strange).toEqual([])
  await sql.end({ timeout: 5 })
}, 90_000)

test('connections cut under load: what is asked between a reset and the end of its connection is told so', async () => {
  await using server = await testPostgres('fast')
  const [sql, other] = [connect(server.url, { max: 4 }), connect(server.url, { max: 1 })]
  for (let round = 0; round < 60; round += 1) {
    const asked = Promise.allSettled(
      Array.from({ length: 15 }, () => sql`select ${'x'.repeat(200)}::text`),
    )
    await other`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query like '%::text%' and pid <> pg_backend_pid()`
    const refused = (await asked).flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused.filter(error => !isUnavailable(error))).toEqual([])
  }
  await Promise.all([sql.end({ timeout: 5 }), other.end({ timeout: 5 })])
}, 90_000)
