/** How long Postgres executes the statement that a named query runs. */
import type { Runner, Sql } from '@parley/db/database'
import * as z from 'zod/mini'

const explained = z.array(z.object({ 'Execution Time': z.number() }))

/** Runs the query, then EXPLAIN ANALYZE of its statement. @returns milliseconds */
export async function executionMs(
  sql: Sql,
  ask: (runner: Runner) => Promise<unknown>,
): Promise<number> {
  // The pieces of a template are made before the whole, so the last call makes the statement.
  let statement: unknown[] = []
  const overheard = new Proxy(sql, {
    apply(target, self, args) {
      statement = args
      return Reflect.apply(target, self, args)
    },
  })
  await ask(overheard)
  const piece = Reflect.apply(sql, undefined, statement)
  // Without the clock of each node, which would be most of what is measured.
  const rows = await sql`explain (analyze, timing off, format json) ${piece}`.values()
  const [plan] = explained.parse(rows[0]?.[0])
  if (!plan) throw new Error('EXPLAIN has a plan')
  return plan['Execution Time']
}
