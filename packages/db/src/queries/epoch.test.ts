import { expect, test } from 'vitest'
import { connect } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { presentEpoch } from './epoch.ts'

test('the epoch stays, until the database turns out to be restored from a dump', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 2 })
  const [epoch, same] = await Promise.all([presentEpoch(sql), presentEpoch(sql)])
  expect(same).toBe(epoch)
  await sql`insert into people (id, name, role) values ('ann', 'Ann', 'customer'), ('bob', 'Bob', 'contractor')`
  await sql`insert into conversations (opened_by, pair_low, pair_high) values ('ann', 'ann', 'bob')`
  expect(await presentEpoch(sql)).toBe(epoch)

  await sql`update conversations set changed_xid = '999999999999'`
  const restored = await presentEpoch(sql)
  expect(restored).not.toBe(epoch)
  const [row] = await sql<{ past: boolean }[]>`
    select bool_and(changed_xid < pg_snapshot_xmax(pg_current_snapshot())) as past from conversations`
  expect(row?.past).toBe(true)
  expect(await presentEpoch(sql)).toBe(restored)
  await sql.end()
})

test('bringing a large restored database into the present may take longer than a statement may', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 2 })
  const hasty = connect(database.url, { max: 1, statementTimeoutMs: 200, lockTimeoutMs: 60_000 })
  await sql`insert into people (id, name, role) values ('ann', 'Ann', 'customer'), ('bob', 'Bob', 'contractor')`
  await sql`
    insert into conversations (opened_by, pair_low, pair_high, changed_xid)
    values ('ann', 'ann', 'bob', '999999999999')`
  const { epoch } = await sql.begin(async tx => {
    await tx`select from conversations for update`
    const epoch = presentEpoch(hasty)
    await expect
      .poll(
        () => sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
          and clock_timestamp() - query_start > interval '0.5 s'`,
      )
      .toHaveLength(1)
    return { epoch }
  })
  expect(await epoch).toEqual(expect.any(String))
  const [row] = await sql<{ past: boolean }[]>`
    select bool_and(changed_xid < pg_snapshot_xmax(pg_current_snapshot())) as past from conversations`
  expect(row?.past).toBe(true)
  await Promise.all([sql.end(), hasty.end()])
})
