import { expect, test } from 'vitest'
import { connect } from '../database.ts'
import { migrate } from '../migrate.ts'
import { testPostgres } from '../testing/postgres.ts'
import { isUnavailable } from '../unavailable.ts'
import { headsOf, presentHorizon } from './heads.ts'

test('a horizon from before a crash of Postgres misses no change after it', async () => {
  await using server = await testPostgres('durable')
  await migrate(server.url)
  const sql = connect(server.url, { max: 1 })
  await sql`insert into people (id, name, role) values ('ann', 'Ann', 'customer')`
  const [room] = await sql<{ id: string }[]>`
    insert into conversations (opened_by, open_key) values ('ann', gen_random_uuid()) returning id`
  await sql`insert into participants (conversation_id, user_id) values (${room!.id}, 'ann')`
  const lock = () => sql`select from conversations for no key update`
  for (let refused = 0; refused < 20; refused += 1) {
    const rolledBack = sql.begin(async tx => {
      await tx`select from conversations for no key update`
      throw new Error('refused')
    })
    await expect(rolledBack).rejects.toThrow('refused')
  }
  const horizon = await presentHorizon(sql)
  const killed = await server.pid()
  process.kill(killed!, 'SIGKILL')
  // What served the old one may answer for a moment yet.
  await expect.poll(server.pid, { timeout: 10_000 }).not.toBe(killed)
  const answers = () =>
    lock().then(
      () => 'answers',
      error => isUnavailable(error) || error,
    )
  await expect.poll(answers, { timeout: 10_000 }).toBe('answers')

  await sql`update conversations set version = 2, changed_xid = pg_current_xact_id()`
  for (let later = 0; later < 30; later += 1) await lock()
  const { heads } = await headsOf(sql, 'ann', horizon)
  expect(heads).toMatchObject([{ conversationId: room!.id, version: 2 }])
  await sql.end({ timeout: 5 })
}, 30_000)
