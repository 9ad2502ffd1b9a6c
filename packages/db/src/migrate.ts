// Brings a database to the tables that this version of Parley knows. Run at every start; any
// number of nodes may start at once, one of them does the work and the others wait for it.

import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { isUnavailable } from './unavailable.ts'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
const oldestVersion = 15
const lock = { area: 0x7061726c, key: 2 }

/**
 * Whoever waits for a whole table holds up all who come after: behind a backup that may be hours.
 * So a wait is short, and between two of them the others go on.
 */
const usualPatience = { waitMs: 2000, pauseMs: 3000, tries: 60 }

export async function migrate(url: string, patience = usualPatience): Promise<void> {
  // One connection, so that the lock and the migrations share a session; it must not end
  // before they do.
  const client = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} })
  try {
    await refuseOldServer(client).catch(sayUnreachable)
    await client`select pg_advisory_lock(${lock.area}::int, ${lock.key}::int)`
    await client.unsafe(`set lock_timeout = ${patience.waitMs}`)
    await apply(client, patience)
  } finally {
    // Closing the connection gives the lock back.
    await client.end({ timeout: 5 })
  }
}

async function apply(client: postgres.Sql, { pauseMs, tries }: typeof usualPatience) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await applyMigrations(drizzle(client), { migrationsFolder })
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (tried === tries) throw new Error(sayBusy, { cause: error })
    }
    await sleep(pauseMs)
  }
}

const sayBusy =
  'DATABASE_URL: the tables could not be brought up to date, since something has held them for minutes (a backup, an open transaction?): start again when it is over.'

function isLockTimeout(error: unknown): boolean {
  const { cause, code } = Object(error)
  return code === '55P03' || (cause !== undefined && isLockTimeout(cause))
}

function sayUnreachable(error: unknown): never {
  if (!isUnavailable(error)) throw error
  const { code } = Object(error)
  throw new Error(
    `DATABASE_URL: no Postgres answers there (${code}); is it running, and is the address right?`,
    { cause: error },
  )
}

async function refuseOldServer(client: postgres.Sql): Promise<void> {
  const [row] = await client<{ version: number; name: string }[]>`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_version') as name`
  if (!row || row.version >= oldestVersion) return
  throw new Error(
    `Parley needs Postgres ${oldestVersion} or newer, and DATABASE_URL leads to Postgres ${row.name}: upgrade that server or choose another.`,
  )
}
