import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { connect } from './database.ts'
import { conversations } from './schema/conversations.ts'
import { installation } from './schema/installation.ts'
import { jobs } from './schema/jobs.ts'
import { messages } from './schema/messages.ts'
import { participants } from './schema/participants.ts'
import { blocks, businesses, people } from './schema/people.ts'
import { testDatabase } from './testing/database.ts'

const tables = [
  conversations,
  installation,
  jobs,
  messages,
  participants,
  blocks,
  businesses,
  people,
]

test('named queries answer in the shape of the tables: the migrated columns, in camel case', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  for (const table of tables) {
    const { columns } = await sql`select * from ${sql(getTableName(table))} limit 0`
    const answered = columns.map(({ name }) => name)
    expect(answered.toSorted()).toEqual(Object.keys(getTableColumns(table)).toSorted())
  }
  await sql.end()
})
