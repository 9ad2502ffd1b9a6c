// Once for a whole test run: one Postgres, and in it one migrated database that every test
// copies. With TEST_DATABASE_URL the copies are made on that server instead.

import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { testPostgres } from './postgres.ts'
import { withDatabase } from './withDatabase.ts'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? undefined : await testPostgres('fast')
  const url = given ?? server?.url ?? ''
  const template = `parley_template_${randomBytes(4).toString('hex')}`

  async function tearDown(): Promise<void> {
    if (server) return server[Symbol.asyncDispose]()
    await run(url, `drop database if exists ${template}`)
  }
  try {
    await run(url, `create database ${template}`)
    await migrate(withDatabase(url, template))
    project.provide('testServer', { url, template })
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}

async function run(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(statement).finally(() => sql.end({ timeout: 5 }))
}
