// No query may cost more than what it answers, however much there is: for each of them, how many
// rows Postgres may read, whether it plans for these values or for any.

import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { connect, type Sql } from '../database.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { rowsRead } from '../testing/rowsRead.ts'
import { fill } from './fill.ts'
import { notMeasured, queries as others } from './queries.ts'
import { queueQueries } from './queueQueries.ts'

const queries = { ...others, ...queueQueries }
const folder = new URL('../queries/', import.meta.url)

async function exportedQueries(): Promise<string[]> {
  const files = (await readdir(folder)).filter(name => /^\w+\.ts$/.test(name))
  const modules = await Promise.all(files.map(name => import(new URL(name, folder).href)))
  return modules.flatMap(one => Object.keys(one).filter(name => typeof one[name] === 'function'))
}

test('every query says how many rows it may read', async () => {
  const known = [...Object.keys(queries).map(name => name.split(',')[0] ?? ''), ...notMeasured]
  const exported = await exportedQueries()
  expect(exported.filter(name => !known.includes(name))).toEqual([])
  expect(known.filter(name => !exported.includes(name))).toEqual([])
})

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url, { max: 1 })
  await fill(sql)
  return async () => {
    await sql.end({ timeout: 5 })
    await database[Symbol.asyncDispose]()
  }
})

describe.each(['force_custom_plan', 'force_generic_plan'])('with %s', mode => {
  beforeAll(async () => {
    await sql.unsafe(`set plan_cache_mode = ${mode}`)
    // What was undone leaves rows behind, which would be counted.
    await sql`vacuum`
  })

  test.each(Object.entries(queries))('%s', async (_, { most, ask }) => {
    const { rows, scanned } = await rowsRead(sql, ask)
    expect(scanned).toEqual([])
    expect(rows).toBeLessThanOrEqual(most)
  })
})
