/** What Postgres says of the statement that a named query runs. */
import type { Runner, Sql } from '@parley/db/database'
import * as z from 'zod/mini'

const node = z.object({
  'Node Type': z.string(),
  'Relation Name': z.optional(z.string()),
  get Plans() {
    return z.optional(z.array(node))
  },
})

const explained = z.array(z.object({ 'Execution Time': z.number(), Plan: node }))

type Node = z.infer<typeof node>

export interface Explained {
  executionMs: number
  /** Tables that were read from end to end. */
  scanned: string[]
}

/** Runs the query, then EXPLAIN ANALYZE of its statement. */
export async function explain(
  sql: Sql,
  ask: (runner: Runner) => Promise<unknown>,
): Promise<Explained> {
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
  return { executionMs: plan['Execution Time'], scanned: [...new Set(scannedIn(plan.Plan))] }
}

function scannedIn(at: Node): string[] {
  const own = at['Node Type'] === 'Seq Scan' ? [at['Relation Name'] ?? '?'] : []
  return [...own, ...(at.Plans ?? []).flatMap(scannedIn)]
}
