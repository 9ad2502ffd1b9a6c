import { connect, type Sql } from '@parley/db/database'

/** One connection to a database, closed after use. */
export function openDatabase(url: string): { sql: Sql; [Symbol.asyncDispose](): Promise<void> } {
  const sql = connect(url, { max: 1 })
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }) }
}
