import { connect, type Sql } from '@parley/db/database'

/** One connection, closed after use; filling tables takes longer than a server lets a statement run. */
export function openDatabase(url: string): { sql: Sql; [Symbol.asyncDispose](): Promise<void> } {
  const sql = connect(url, { max: 1, statementTimeoutMs: 0 })
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }) }
}
