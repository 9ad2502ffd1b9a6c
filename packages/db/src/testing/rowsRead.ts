import type { Sql, Transaction } from '../database.ts'

/** What a query read of the tables, as Postgres itself has counted. */
export interface RowsRead {
  /** Rows of tables and entries of indexes. */
  rows: number
  /** Tables that were read from end to end. */
  scanned: string[]
}

interface Counts {
  name: string
  scans: number
  read: number
}

/** Asks in a transaction that is rolled back, with any other queries that a write sets off. */
export async function rowsRead(
  sql: Sql,
  ask: (tx: Transaction) => Promise<unknown>,
): Promise<RowsRead> {
  const undo = new Error('was only measured')
  let told: RowsRead | undefined
  await sql
    .begin(async tx => {
      const before = new Map((await counts(tx)).map(one => [one.name, one]))
      await ask(tx)
      const since = (await counts(tx)).map(({ name, scans, read }) => ({
        name,
        scans: scans - (before.get(name)?.scans ?? 0),
        rows: read - (before.get(name)?.read ?? 0),
      }))
      told = {
        rows: since.reduce((sum, { rows }) => sum + rows, 0),
        scanned: since.filter(({ scans }) => scans > 0).map(({ name }) => name),
      }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  if (!told) throw new Error('what was asked has been counted')
  return told
}

function counts(tx: Transaction) {
  return tx<Counts[]>`
    select t.relname as name, pg_stat_get_xact_numscans(t.oid)::int as scans,
      (pg_stat_get_xact_tuples_returned(t.oid) + coalesce((
        select sum(pg_stat_get_xact_tuples_returned(i.indexrelid))
        from pg_index i where i.indrelid = t.oid
      ), 0))::int as read
    from pg_class t
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`
}
