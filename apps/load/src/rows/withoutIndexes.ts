/**
 * Fills tables as a restore does: without their indexes and keys, which are made again when
 * all rows are there. All in the caller's transaction, so a failure leaves everything as it was.
 */
import type { Transaction } from '@parley/db/database'

interface Made {
  drop: string
  create: string
}

export async function withoutIndexes<Result>(
  tx: Transaction,
  tables: string[],
  fill: () => Promise<Result>,
): Promise<Result> {
  const foreignKeys = await constraintsOf(tx, tables, ['f'])
  const keys = await constraintsOf(tx, tables, ['p', 'u'])
  const indexes = await indexesOf(tx, tables)
  for (const { drop } of [...foreignKeys, ...keys, ...indexes]) await tx.unsafe(drop)
  const result = await fill()
  for (const { create } of [...keys, ...indexes, ...foreignKeys]) await tx.unsafe(create)
  return result
}

/** Those of the tables, and foreign keys of others that refer to them. */
function constraintsOf(tx: Transaction, tables: string[], kinds: string[]): Promise<Made[]> {
  return tx<Made[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)) as create
    from pg_constraint
    where contype = any(${kinds})
      and (conrelid = any(${tables}::regclass[]) or confrelid = any(${tables}::regclass[]))`
}

/** Those that are no constraint's. */
function indexesOf(tx: Transaction, tables: string[]): Promise<Made[]> {
  return tx<Made[]>`
    select format('drop index %s', indexrelid::regclass) as drop,
      pg_get_indexdef(indexrelid) as create
    from pg_index
    where indrelid = any(${tables}::regclass[])
      and not exists (select from pg_constraint where conindid = indexrelid)`
}
