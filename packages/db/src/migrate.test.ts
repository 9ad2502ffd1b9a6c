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
