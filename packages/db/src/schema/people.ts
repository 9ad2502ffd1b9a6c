import { roles } from '@parley/protocol/user'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'

/** The host's accounts that several people may belong to, as its tokens name them. */
export const businesses = pgTable('businesses', {
  id: text('id').primaryKey(),
  createdAt: moment('created_at').notNull().defaultNow(),
})

/** Everybody who was ever seen with a valid token, ours or the host's. */
export const people = pgTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    picture: text('picture'),
    businessId: text('business_id').references(() => businesses.id),
    showOnline: boolean('show_online').notNull().default(true),
    acceptBulk: boolean('accept_bulk').notNull().default(true),
    /** When they were last online, as far as anybody wrote it down. */
    lastSeen: moment('last_seen'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  table => [
    index('people_by_name').on(sql`lower(${table.name})`, table.id),
    index('people_words').using('gin', sql`to_tsvector('simple', ${table.name})`),
    check('people_id_length', sql`char_length(${table.id}) between 1 and 64`),
    check('people_name_length', sql`char_length(${table.name}) between 1 and 80`),
    check('people_role', sql`${table.role} in ('customer', 'contractor', 'admin')`),
  ],
)

export const blocks = pgTable(
  'blocks',
  {
    blockerId: text('blocker_id')
      .notNull()
      .references(() => people.id),
    blockedId: text('blocked_id')
      .notNull()
      .references(() => people.id),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  table => [
    primaryKey({ columns: [table.blockedId, table.blockerId] }),
    index('blocks_of_a_person').on(table.blockerId, table.createdAt),
    check('blocks_others', sql`${table.blockerId} <> ${table.blockedId}`),
  ],
)
