import { expect, test } from 'vitest'
import { connect, isDuplicate, iso } from './database.ts'
import { testDatabase } from './testing/database.ts'
import { isUnavailable } from './unavailable.ts'

test('moments become ISO 8601 in UTC, from columns and from inside JSON', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  await sql`set timezone = 'Asia/Kathmandu'`
  const [row] = await sql<{ plain: string; wrapped: { at: string } }[]>`
    select moment as plain, jsonb_build_object('at', moment) as wrapped
    from (select '2026-03-01T10:20:30.456Z'::timestamptz as moment) one`
  expect(iso(row?.plain ?? '')).toBe('2026-03-01T10:20:30.456Z')
  expect(iso(row?.wrapped.at ?? '')).toBe('2026-03-01T10:20:30.456Z')
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
