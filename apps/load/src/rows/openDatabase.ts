import { connect, type Sql } from '@parley/db/database'

/**
 * One connection to a database, closed after use. It lets statements run for longer than a
 * server would: filling tables takes its time.
 */
export function openDatabase(url: string): { sql: Sql; [Symbol.asyncDispose](): Promise<void> } {
  const patient = new URL(url)
  patient.searchParams.set('statement_timeout', '0')
  const sql = connect(patient.href, { max: 1 })
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }) }
}
