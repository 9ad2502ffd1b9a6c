import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

export const jobs = pgTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    type: text('type').notNull(),
    status: text('status').notNull(),
    place: text('place'),
    price: jsonb('price').$type<string | number>(),
    // No foreign key: the host may tell of a job before its customer was ever seen here.
    customerId: text('customer_id').notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    index('jobs_customer').on(table.customerId, table.updatedAt),
    index('jobs_open').on(table.updatedAt).where(sql`${table.status} = 'open'`),
    index('jobs_changed').on(table.updatedAt),
    // Open jobs as a filter names them, so that it reads those that match and not all open ones.
    index('jobs_open_by_type')
      .on(sql`lower(btrim(${table.type}))`, sql`lower(btrim(${table.place}))`)
      .where(sql`${table.status} = 'open'`),
    index('jobs_open_by_place')
      .on(sql`lower(btrim(${table.place}))`)
      .where(sql`${table.status} = 'open'`),
    check('jobs_id_length', sql`char_length(${table.id}) between 1 and 64`),
    check('jobs_title_length', sql`char_length(${table.title}) between 1 and 120`),
    check('jobs_price', sql`jsonb_typeof(${table.price}) in ('string', 'number')`),
  ],
)
