import { broadcastStatuses, failures } from '@parley/protocol/bulk'
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { jobs } from './jobs.ts'
import { moment } from './moment.ts'
import { people } from './people.ts'

/** One bulk message. Its row is the queue: whoever works on it holds its lock. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    senderId: text('sender_id')
      .notNull()
      .references(() => people.id),
    idempotencyKey: uuid('idempotency_key').notNull(),
    status: text('status', { enum: broadcastStatuses }).notNull(),
    /** With its variables, which each recipient has values of their own for. */
    text: text('text').notNull(),
    jobId: text('job_id').references(() => jobs.id),
    filter: jsonb('filter').$type<RecipientFilter>(),
    zone: text('zone'),
    total: integer('total').notNull(),
    totalSent: integer('total_sent').notNull().default(0),
    totalFailed: integer('total_failed').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    dueAt: moment('due_at').notNull(),
    startedAt: moment('started_at'),
    /** When it is worked on next: when it is due, and later what was in vain is tried again. */
    nextAt: moment('next_at').notNull().defaultNow(),
    /** When somebody last worked on it: the one that waits longest is next. */
    workedAt: moment('worked_at'),
    finishedAt: moment('finished_at'),
  },
  table => [
    unique('broadcasts_once').on(table.senderId, table.idempotencyKey),
    index('broadcasts_newest').on(table.senderId, table.createdAt, table.id),
    index('broadcasts_by_day').on(table.createdAt),
    // What of somebody's is not over, or was within a day.
    index('broadcasts_over').on(table.senderId, table.finishedAt),
    index('broadcasts_next').on(table.nextAt).where(sql`${table.finishedAt} is null`),
    check('broadcasts_text_length', sql`char_length(${table.text}) between 1 and 4000`),
    check(
      'broadcasts_status',
      sql`${table.status} in ('scheduled', 'running', 'finished', 'cancelled')`,
    ),
    check(
      'broadcasts_finished',
      sql`(${table.finishedAt} is null) = (${table.status} in ('scheduled', 'running'))`,
    ),
    check('broadcasts_totals', sql`${table.totalSent} + ${table.totalFailed} <= ${table.total}`),
  ],
)

/**
 * Each recipient of a broadcast, in the order in which they were named. Neither sent nor failed
 * is one whose turn has not come. Nobody is in it twice but as a failed duplicate.
 */
export const broadcastRecipients = pgTable(
  'broadcast_recipients',
  {
    broadcastId: uuid('broadcast_id')
      .notNull()
      .references(() => broadcasts.id),
    nth: integer('nth').notNull(),
    // No foreign key: a contractor may name somebody whom nobody knows.
    userId: text('user_id').notNull(),
    /** The job that their message is about. */
    jobId: text('job_id'),
    reason: text('reason', { enum: failures }),
    /** The variable without a value, as it was then, of `MISSING_VALUE`. */
    missing: text('missing'),
    /** Where the message stands, once it is sent. */
    conversationId: uuid('conversation_id'),
    seq: integer('seq'),
    /** How often it was tried. */
    attempts: integer('attempts').notNull().default(0),
    settledAt: moment('settled_at'),
  },
  table => [
    primaryKey({ columns: [table.broadcastId, table.nth] }),
    uniqueIndex('broadcast_recipients_once')
      .on(table.broadcastId, table.userId)
      .where(sql`${table.reason} is distinct from 'DUPLICATE'`),
    index('broadcast_recipients_waiting')
      .on(table.broadcastId, table.nth)
      .where(sql`${table.settledAt} is null`),
    // With the reason, so that failures are counted without reading who they are.
    index('broadcast_recipients_failed')
      .on(table.broadcastId, table.nth, table.reason)
      .where(sql`${table.reason} is not null`),
    check(
      'broadcast_recipients_outcome',
      sql`(${table.settledAt} is null and num_nonnulls(${table.seq}, ${table.reason}) = 0)
        or (${table.settledAt} is not null and num_nonnulls(${table.seq}, ${table.reason}) = 1)`,
    ),
    check(
      'broadcast_recipients_where',
      sql`(${table.seq} is null) = (${table.conversationId} is null)`,
    ),
  ],
)

/** A contractor's texts to use again. */
export const templates = pgTable(
  'templates',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    text: text('text').notNull(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    index('templates_owner').on(table.ownerId, table.name),
    check('templates_name_length', sql`char_length(${table.name}) between 1 and 120`),
    check('templates_text_length', sql`char_length(${table.text}) between 1 and 4000`),
  ],
)
