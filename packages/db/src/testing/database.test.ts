import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { testDatabase } from './database.ts'

const open = (url: string) => postgres(url, { max: 1, onnotice: () => {} })

test('each test gets a migrated database of its own', async () => {
  await using one = await testDatabase()
  await using two = await testDatabase()
  const [first, second] = [open(one.url), open(two.url)]
  const tables = await first`select 1 from information_schema.tables where table_name = 'messages'`
  expect(tables).toHaveLength(1)
  await first`create table mine ()`
  await expect(second`select * from mine`).rejects.toThrow(/does not exist/)
  await Promise.all([first.end(), second.end()])
})

test('it is gone afterwards, even when somebody is still connected', async () => {
  const database = await testDatabase()
  const lingering = open(database.url)
  await lingering`select 1`
  await database[Symbol.asyncDispose]()
  const server = open(inject('testServer').url)
  const name = new URL(database.url).pathname.slice(1)
  expect(await server`select 1 from pg_database where datname = ${name}`).toEqual([])
  await Promise.all([server.end(), lingering.end({ timeout: 1 })])
})
