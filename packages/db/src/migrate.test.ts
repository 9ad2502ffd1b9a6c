import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from './migrate.ts'
import { withDatabase } from './testing/withDatabase.ts'

async function emptyDatabase() {
  const server = postgres(inject('testServer').url, { max: 1, onnotice: () => {} })
  const name = `parley_empty_${randomBytes(6).toString('hex')}`
  await server.unsafe(`create database ${name}`)
  const url = withDatabase(inject('testServer').url, name)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  onTestFinished(async () => {
    await sql.end()
    await server.unsafe(`drop database ${name} with (force)`)
    await server.end()
  })
  return { url, sql }
}

test('five nodes that start at once on an empty database all succeed, and it is done once', async () => {
  const { url, sql } = await emptyDatabase()
  await Promise.all(Array.from({ length: 5 }, () => migrate(url)))

  const journal = JSON.parse(
    await readFile(new URL('../migrations/meta/_journal.json', import.meta.url), 'utf8'),
  )
  const applied = await sql`select hash from drizzle.__drizzle_migrations`
  expect(applied).toHaveLength(journal.entries.length)
  expect(new Set(applied.map(row => row.hash)).size).toBe(applied.length)
})

test('a migrated database is left as it is', async () => {
  const { url, sql } = await emptyDatabase()
  await migrate(url)
  const before = await sql`select * from drizzle.__drizzle_migrations`
  await migrate(url)
  expect(await sql`select * from drizzle.__drizzle_migrations`).toEqual(before)
})

test('a database of an earlier release keeps its rows, and nothing in it is marked', async () => {
  const { url, sql } = await emptyDatabase()
  await beforeMarks(sql)
  await sql.unsafe(`
    insert into people (id, name, role) values ('ann', 'Ann', 'customer'), ('bob', 'Bob', 'contractor');
    with room as (
      insert into conversations (opened_by, pair_low, pair_high) values ('ann', 'ann', 'bob') returning id
    )
    insert into participants (conversation_id, user_id, pinned) select id, 'ann', true from room`)
  await migrate(url)
  expect(await sql`select pinned, marked_unread from participants`).toEqual([
    { pinned: true, marked_unread: false },
  ])
})

test('an upgrade that waits for a backup lets others read between its tries, and comes after it', async () => {
  const { url, sql } = await emptyDatabase()
  await beforeMarks(sql)
  const reader = postgres(url, { max: 1, onnotice: () => {} })
  onTestFinished(() => reader.end())
  const upgrade = await sql.begin(async backup => {
    await backup`lock table participants in access share mode`
    const done = migrate(url, { waitMs: 100, pauseMs: 20, tries: 1000 })
    await expect
      .poll(() => reader`select from pg_locks where mode = 'AccessExclusiveLock' and not granted`)
      .toHaveLength(1)
    expect(await reader`select from participants`).toEqual([])
    return { done }
  })
  await upgrade.done
  expect(await sql`select marked_unread from participants`).toEqual([])
})

test('where a table is held for minutes, the upgrade ends with a sentence and changes nothing', async () => {
  const { url, sql } = await emptyDatabase()
  await beforeMarks(sql)
  await sql.begin(async backup => {
    await backup`lock table participants in access share mode`
    await expect(migrate(url, { waitMs: 10, pauseMs: 1, tries: 2 })).rejects.toThrow(
      'something has held them for minutes',
    )
  })
  await migrate(url)
  expect(await sql`select marked_unread from participants`).toEqual([])
})

/** As the releases before marks as unread left it. */
async function beforeMarks(sql: postgres.Sql): Promise<void> {
  const folder = new URL('../migrations/', import.meta.url)
  const { entries } = JSON.parse(await readFile(new URL('meta/_journal.json', folder), 'utf8'))
  await sql.unsafe(`create schema drizzle;
    create table drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`)
  for (const { tag, when } of entries.slice(0, 3)) {
    await sql.unsafe(await readFile(new URL(`${tag}.sql`, folder), 'utf8'))
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${tag}, ${when})`
  }
}

test('a server that is too old is refused in one sentence, and nothing is changed', async () => {
  const { url, sql } = await emptyDatabase()
  // The oldest server at hand is too new, so this one is made to say that it is older.
  await sql.unsafe(`
    create schema older;
    create function older.current_setting(name text) returns text language sql as
      $$ select case name when 'server_version_num' then '140011' else '14.11' end $$;
    alter database ${new URL(url).pathname.slice(1)} set search_path = older, pg_catalog, public`)
  await expect(migrate(url)).rejects.toThrow(
    'Parley needs Postgres 15 or newer, and DATABASE_URL leads to Postgres 14.11: upgrade that server or choose another.',
  )
  expect(await sql`select 1 from pg_namespace where nspname = 'drizzle'`).toEqual([])
})
