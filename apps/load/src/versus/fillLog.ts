import type { Sql } from '@parley/db/database'

/** More than all windows of a run fill. */
const files = 40

/**
 * Gives a new Postgres what one has that has run for a while: files of its write-ahead log that
 * it may use again, from the next checkpoint on. Making one stops every writer for some 50 ms,
 * in the first minutes of a database's life and hardly after.
 */
export async function fillLog(sql: Sql): Promise<void> {
  for (let filled = 0; filled < files; filled += 1) {
    await sql`select pg_logical_emit_message(false, 'bench', repeat('-', 16 * 1024 * 1024))`
  }
}
