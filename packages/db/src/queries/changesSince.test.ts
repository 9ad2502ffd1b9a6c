import { limits } from '@parley/protocol/limits'
import { expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { type CatchUp, changesSince, versionsPage } from './changesSince.ts'

async function database(): Promise<Sql> {
  const { url, ...rest } = await testDatabase()
  const sql = connect(url, { max: 1 })
  onTestFinished(async () => {
    await sql.end({ timeout: 1 })
    await rest[Symbol.asyncDispose]()
  })
  await sql`insert into people (id, name, role) values ('ann', 'Ann', 'customer')`
  return sql
}

/** A conversation of ann's in which only every `step`th version is a message. */
async function conversation(sql: Sql, messages: number, step = 1): Promise<string> {
  const [room] = await sql<{ id: string }[]>`
    insert into conversations (opened_by, open_key, version, last_seq)
    values ('ann', gen_random_uuid(), ${messages * step + 1}, ${messages}) returning id`
  await sql`insert into participants (conversation_id, user_id) values (${room!.id}, 'ann')`
  await sql`
    insert into messages (conversation_id, seq, version, sender_id, client_id, text)
    select ${room!.id}, n, n * ${step}::int + 1, 'ann', gen_random_uuid(), 'text'
    from generate_series(1, ${messages}::int) n`
  return room!.id
}

async function all(sql: Sql, id: string, since: number): Promise<CatchUp[]> {
  const answer = await changesSince(sql, 'ann', id, since)
  if (!answer) throw new Error('ann takes part')
  return answer.complete ? [answer] : [answer, ...(await all(sql, id, answer.version))]
}

test('an answer reads a bounded number of rows, however long the conversation is', async () => {
  const sql = await database()
  // Statistics of many short conversations, as the planner has them of a real installation.
  for (let count = 0; count < 50; count += 1) await conversation(sql, 3)
  await sql`analyze`
  const id = await conversation(sql, 20_000)
  const rowsRead = async (since: number) => {
    const counted = async () => {
      const [row] = await sql<{ read: number }[]>`
        select (seq_tup_read + idx_tup_fetch)::int as read
        from pg_stat_user_tables where relname = 'messages'`
      await sql`select pg_stat_clear_snapshot()`
      return row!.read
    }
    await sql`select pg_stat_force_next_flush()`
    const before = await counted()
    await changesSince(sql, 'ann', id, since)
    await sql`select pg_stat_force_next_flush()`
    return (await counted()) - before
  }
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await sql.unsafe(`set plan_cache_mode = ${mode}`)
    for (const since of [0, 10_000, 19_990]) {
      const read = await rowsRead(since)
      expect(read).toBeGreaterThan(0)
      expect(read).toBeLessThanOrEqual(versionsPage)
    }
  }
})

test('pages follow each other without a gap, also where versions are no messages any more', async () => {
  const sql = await database()
  const id = await conversation(sql, 700, 4)
  const answers = await all(sql, id, 0)
  const versions = answers.flatMap(({ changes }) => changes).flatMap(change => change.version)
  const expected = Array.from({ length: 700 }, (_, at) => (at + 1) * 4 + 1)
  expect(versions.filter(version => version > 1)).toEqual(expected)
  expect(answers.at(-1)).toMatchObject({ version: 2801, complete: true })
  expect(answers).toHaveLength(Math.ceil(2801 / versionsPage))
})

test('what fits into a page is one answer, and what is far ahead none', async () => {
  const sql = await database()
  const id = await conversation(sql, limits.changesPage - 1, 3)
  expect(await all(sql, id, 1)).toHaveLength(1)
  const ahead = await changesSince(sql, 'ann', id, 2_000_000_000)
  expect(ahead).toEqual({ changes: [], version: 598, complete: true })
})

test('long texts make short pages, and none is left out', async () => {
  const sql = await database()
  const id = await conversation(sql, 300)
  await sql`update messages set text = repeat('ß', ${limits.textMax}) where conversation_id = ${id}`
  const answers = await all(sql, id, 0)
  const texts = answers.map(({ changes }) =>
    changes.flatMap(change => ('message' in change ? [change.message.content?.text ?? ''] : [])),
  )
  for (const page of texts) expect(page.join('').length).toBeLessThanOrEqual(limits.changesText)
  expect(texts.flat()).toHaveLength(300)
})

test('lines that name many people make short pages, too', async () => {
  const sql = await database()
  const id = await conversation(sql, 150)
  const event = { kind: 'added', userIds: Array.from({ length: 255 }, (_, at) => `person ${at}`) }
  await sql`
    update messages set text = null, event = ${sql.json(event)} where conversation_id = ${id}`
  const answers = await all(sql, id, 0)
  for (const answer of answers)
    expect(JSON.stringify(answer).length).toBeLessThan(2 * limits.changesText)
  expect(answers.flatMap(({ changes }) => changes.filter(one => 'message' in one))).toHaveLength(
    150,
  )
})
