// A database of one's own for a test: a copy of the migrated one, dropped afterwards.

import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { withDatabase } from './withDatabase.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address, and the name of the database to copy. */
    testServer: { url: string; template: string }
  }
}

export type TestDatabase = { url: string; [Symbol.asyncDispose](): Promise<void> }

export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testServer')
  const name = `parley_test_${randomBytes(6).toString('hex')}`
  const server = connect(url)
  await server.unsafe(`create database ${name} template ${template}`)
  return {
    url: withDatabase(url, name),
    async [Symbol.asyncDispose]() {
      await drop(server, name)
    },
  }
}

/**
 * Postgres 18 refuses to end a vacuum of its own by force, for anyone but a superuser; without
 * force it asks the vacuum to end, and waits.
 */
async function drop(server: postgres.Sql, name: string): Promise<void> {
  await server.unsafe(`drop database if exists ${name} with (force)`).catch(async error => {
    if (!(error instanceof postgres.PostgresError && error.code === insufficientPrivilege))
      throw error
    await server.unsafe(`drop database if exists ${name}`)
  })
}

const insufficientPrivilege = '42501'

let connection: postgres.Sql | undefined

/** One connection for all copies that a test file makes; it must not be to the copied one. */
function connect(url: string): postgres.Sql {
  connection ??= postgres(url, { max: 1, idle_timeout: 5, fetch_types: false, onnotice: () => {} })
  return connection
}
