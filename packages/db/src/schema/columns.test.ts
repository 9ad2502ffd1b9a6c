import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { connect } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { conversations } from './conversations.ts'
import { installation } from './installation.ts'
import { jobs } from './jobs.ts'
import { messages } from './messages.ts'
import { participants } from './participants.ts'
import { blocks, businesses, people } from './people.ts'

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
