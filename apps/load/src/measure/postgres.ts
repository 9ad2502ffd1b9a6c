import type { Sql } from '@parley/db/database'
import { parentOf } from './cpu.ts'

/** The process whose children are all of a Postgres's, when it runs on this machine. */
export async function postgresOf(sql: Sql | undefined): Promise<number> {
  const rows = sql ? await sql<{ pid: number }[]>`select pg_backend_pid() as pid` : []
  return parentOf(rows[0]?.pid ?? 0)
}
