import { expect, test } from 'vitest'
import { connect, isDuplicate, iso } from './database.ts'
import { testDatabase } from './testing/database.ts'
import { isUnavailable } from './unavailable.ts'

test('moments become ISO 8601 in UTC, from columns and from inside JSON, wherever the server thinks it is', async () => {
  await using database = await testDatabase()
  const setting = connect(database.url, { max: 1 })
  const name = new URL(database.url).pathname.slice(1)
  await setting.unsafe(`alter database ${name} set timezone = 'Asia/Kathmandu'`)
  await setting.unsafe(`alter database ${name} set datestyle = 'German'`)
  await setting.end()
  const sql = connect(database.url, { max: 1 })
  for (const [written, wire] of Object.entries(moments)) {
    const [row] = await sql<{ plain: string; wrapped: { at: string }; nothing: string | null }[]>`
      select moment as plain, json_build_object('at', moment) as wrapped, null::timestamptz as nothing
      from (select ${written}::text::timestamptz as moment) one`
    expect(iso(row!.plain)).toBe(wire)
    expect(iso(row!.wrapped.at)).toBe(wire)
    expect(row!.nothing).toBe(null)
  }
  await sql.end()
})

test('a moment that Postgres told in another place is the same moment', () => {
  expect(iso('2026-03-01 16:05:30.456+05:45')).toBe('2026-03-01T10:20:30.456Z')
  expect(iso('2026-03-01T05:20:30-05:00')).toBe('2026-03-01T10:20:30.000Z')
})

const moments = {
  '2026-03-01T10:20:30.456Z': '2026-03-01T10:20:30.456Z',
  '2026-03-01T10:20:30.4Z': '2026-03-01T10:20:30.400Z',
  '2026-03-01T10:20:30.05Z': '2026-03-01T10:20:30.050Z',
  '2026-03-01T10:20:30Z': '2026-03-01T10:20:30.000Z',
  '2026-03-01T00:20:30+05:45': '2026-02-28T18:35:30.000Z',
  // Finer than any column is.
  '2026-03-01T10:20:30.456789Z': '2026-03-01T10:20:30.456Z',
  '2026-03-01T10:20:30.000001Z': '2026-03-01T10:20:30.000Z',
  '1969-12-31T23:59:59.999Z': '1969-12-31T23:59:59.999Z',
  '1815-12-10T00:00:00Z': '1815-12-10T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z': '9999-12-31T23:59:59.999Z',
}

test('names inside JSON are what was stored, whatever they are', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  const [row] = await sql`select '{"as_it_was": {"and_here": 1}}'::jsonb as some_json`
  expect(row).toEqual({ someJson: { as_it_was: { and_here: 1 } } })
  await sql.end()
})

test('the constraints stand in the database, not only in the code', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  await sql`insert into people (id, name, role) values ('ann', 'Ann', 'customer'), ('bob', 'Bob', 'contractor')`
  const [opened] = await sql<{ id: string }[]>`
    insert into conversations (opened_by, pair_low, pair_high) values ('ann', 'ann', 'bob') returning id`
  const id = opened?.id ?? ''
  await sql`insert into participants (conversation_id, user_id) values (${id}, 'ann')`
  const client = '00000000-0000-4000-8000-000000000001'
  await sql`insert into messages (conversation_id, seq, version, sender_id, client_id, text)
            values (${id}, 1, 2, 'ann', ${client}, 'hello')`
  const refused = [
    () => sql`insert into people (id, name, role) values ('eve', 'Eve', 'root')`,
    () =>
      sql`insert into conversations (opened_by, pair_low, pair_high) values ('bob', 'ann', 'bob')`,
    () =>
      sql`insert into conversations (opened_by, pair_low, pair_high) values ('bob', 'bob', 'ann')`,
    () => sql`insert into conversations (opened_by) values ('bob')`,
    () => sql`insert into messages (conversation_id, seq, version, sender_id, client_id, text)
              values (${id}, 2, 3, 'bob', gen_random_uuid(), 'not in it')`,
    () => sql`insert into messages (conversation_id, seq, version, sender_id, client_id, text)
              values (${id}, 2, 3, 'ann', gen_random_uuid(), ${'x'.repeat(4001)})`,
    () => sql`insert into messages (conversation_id, seq, version, sender_id, client_id, text, reply_to)
              values (${id}, 2, 3, 'ann', gen_random_uuid(), 'quotes nothing', 9)`,
    () => sql`update messages set removed_at = now() where conversation_id = ${id}`,
    () => sql`update participants set read_seq = 5 where conversation_id = ${id}`,
  ]
  for (const statement of refused) await expect(statement()).rejects.toThrow(/violates/)
  const twice = await sql`
    insert into messages (conversation_id, seq, version, sender_id, client_id, text)
    values (${id}, 2, 3, 'ann', ${client}, 'again')`.catch(error => error)
  expect(isDuplicate(twice, 'messages_sent_once')).toBe(true)
  expect(isDuplicate(twice, 'messages_quoted')).toBe(false)
  expect(isUnavailable(twice)).toBe(false)
  await sql.end()
})

test('a database that is away is told from a statement that is wrong', async () => {
  const sql = connect('postgres://nobody:none@127.0.0.1:1/nothing', { max: 1 })
  const away = await sql`select 1`.catch(error => error)
  expect(isUnavailable(away)).toBe(true)
  await sql.end()
})

test('a statement that waits too long for a lock is ended, and that counts as unavailable', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 2, statementTimeoutMs: 300 })
  const holder = connect(database.url, { max: 1 })
  await sql`insert into businesses (id) values ('acme')`
  await holder.begin(async tx => {
    await tx`select from businesses for update`
    const refused = await sql`update businesses set id = 'other'`.catch(error => error)
    expect(isUnavailable(refused)).toBe(true)
  })
  await Promise.all([sql.end(), holder.end()])
})
