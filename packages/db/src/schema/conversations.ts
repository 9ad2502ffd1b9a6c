import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { jobs } from './jobs.ts'
import { moment, transactionId } from './moment.ts'
import { people } from './people.ts'

/**
 * The counters `last_seq` and `version` rise under this row's lock together with the change
 * they number, so they follow commit order.
 */
export const conversations = pgTable(
  'conversations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    version: integer('version').notNull().default(1),
    lastSeq: integer('last_seq').notNull().default(0),
    title: text('title'),
    /** The version that last changed what all participants share. */
    sharedVersion: integer('shared_version').notNull().default(1),
    /** Rises when somebody joins or goes. */
    membersVersion: integer('members_version').notNull().default(1),
    jobId: text('job_id').references(() => jobs.id),
    openedBy: text('opened_by')
      .notNull()
      .references(() => people.id),
    /** The two people of a pair in ascending order; a group has an `open_key` instead. */
    pairLow: text('pair_low').references(() => people.id),
    pairHigh: text('pair_high').references(() => people.id),
    openKey: uuid('open_key'),
    /** The job, or '' for none, so that a pair without one is a pair once as well. */
    pairJob: text('pair_job').generatedAlwaysAs(sql`coalesce(job_id, '')`),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    changedXid: transactionId('changed_xid').notNull().default(sql`pg_current_xact_id()`),
  },
  table => [
    // Groups have no two people here, so they are never equal.
    unique('conversations_pair').on(table.pairLow, table.pairHigh, table.pairJob),
    // A message is entered into every index that its conversation stands in, by `changed_xid`: so a
    // pair stands in none of groups, and nothing without a job in that of jobs.
    uniqueIndex('conversations_opened_once')
      .on(table.openedBy, table.openKey)
      .where(sql`${table.openKey} is not null`),
    index('conversations_job').on(table.jobId).where(sql`${table.jobId} is not null`),
    index('conversations_changed').on(table.changedXid),
    check(
      'conversations_pair_or_group',
      sql`(${table.openKey} is null) = (${table.pairLow} is not null and ${table.pairHigh} is not null)`,
    ),
    check('conversations_pair_order', sql`${table.pairLow} < ${table.pairHigh} collate "C"`),
    check('conversations_title_length', sql`char_length(${table.title}) between 1 and 120`),
    check('conversations_counters', sql`${table.version} > ${table.lastSeq}`),
  ],
)
