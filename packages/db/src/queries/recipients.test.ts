import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { connect, type Runner } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { rowsRead } from '../testing/rowsRead.ts'
import { matchingCustomers } from './recipients.ts'

const members = 200
const messages = 4000

/** A group of a contractor and many customers, in which the first of them writes all the time. */
async function busyGroup() {
  const database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  onTestFinished(async () => {
    await sql.end({ timeout: 5 })
    await database[Symbol.asyncDispose]()
  })
  const id = randomUUID()
  await sql`
    insert into people (id, name, role)
    select 'customer-' || n, 'Customer ' || n, 'customer' from generate_series(1, ${members}::int) n
    union all select 'bob', 'Bob', 'contractor'`
  await sql`
    insert into conversations (id, opened_by, open_key, last_seq, version)
    values (${id}, 'bob', ${randomUUID()}, ${messages}, ${messages + 1})`
  await sql`insert into participants (conversation_id, user_id) select ${id}, id from people`
  await sql`
    insert into messages (conversation_id, seq, version, sender_id, client_id, text, created_at)
    select ${id}, n, n + 1, 'customer-1', gen_random_uuid(), 'Hello',
      now() - (${messages} - n) * interval '1 minute'
    from generate_series(1, ${messages}::int) n`
  await sql`analyze`
  return sql
}

test('[R5] who wrote in a group is read in one pass, however many take part in it', async () => {
  const sql = await busyGroup()
  const recent = 1000
  const talkedSince = new Date(Date.now() - recent * 60_000).toISOString()
  const ask = (tx: Runner) => matchingCustomers(tx, 'bob', { talkedSince }, 100)
  expect(await ask(sql)).toEqual([{ userId: 'customer-1', jobId: null }])
  const { rows } = await rowsRead(sql, ask)
  expect(rows).toBeLessThan(2 * recent + 4 * members)
})
