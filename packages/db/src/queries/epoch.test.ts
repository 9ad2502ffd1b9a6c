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
