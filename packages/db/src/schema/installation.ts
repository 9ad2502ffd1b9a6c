import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, uuid } from 'drizzle-orm/pg-core'

/** One row: which database this is. A cursor of another database says nothing here. */
export const installation = pgTable(
  'installation',
  {
    only: boolean('only').primaryKey().default(true),
    epoch: uuid('epoch').notNull().defaultRandom(),
  },
  table => [check('installation_one_row', sql`${table.only}`)],
)
