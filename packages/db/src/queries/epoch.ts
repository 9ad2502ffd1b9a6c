import type { Sql, Transaction } from '../database.ts'

/**
 * Which database this is. One that was restored from a dump holds transaction ids that this
 * server has yet to reach: they are brought into the present, and the epoch is a new one, so
 * that no cursor from before says anything here.
 */
export async function presentEpoch(sql: Sql): Promise<string> {
  await sql`insert into installation default values on conflict do nothing`
  return await sql.begin(async tx => {
    const [row] = await tx<{ epoch: string }[]>`select epoch from installation for update`
    if (!row) throw new Error('an installation has its row')
    if (!(await holdsFuture(tx))) return row.epoch
    // All rows there are, maybe: that takes as long as it takes, or the node would never start.
    await tx`set local statement_timeout = 0`
    for (const table of ['conversations', 'participants']) {
      await tx`
        update ${tx(table)} set changed_xid = pg_current_xact_id()
        where changed_xid >= pg_snapshot_xmax(pg_current_snapshot())`
    }
    const [fresh] = await tx<{ epoch: string }[]>`
      update installation set epoch = gen_random_uuid() returning epoch`
    return fresh?.epoch ?? row.epoch
  })
}

async function holdsFuture(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ future: boolean }[]>`
    select exists (
      select from conversations where changed_xid >= pg_snapshot_xmax(pg_current_snapshot())
    ) or exists (
      select from participants where changed_xid >= pg_snapshot_xmax(pg_current_snapshot())
    ) as future`
  return row?.future ?? false
}
