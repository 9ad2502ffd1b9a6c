import type { Event, Reaction } from '@parley/protocol/message'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from './moment.ts'
import { participants } from './participants.ts'

/** A removed message keeps its row, as a tombstone without content. */
export const messages = pgTable(
  'messages',
  {
    conversationId: uuid('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    version: integer('version').notNull(),
    senderId: text('sender_id').notNull(),
    clientId: uuid('client_id').notNull(),
    text: text('text'),
    /** Instead of a text: what became of the group. */
    event: jsonb('event').$type<Event>(),
    mentions: text('mentions').array(),
    replyTo: integer('reply_to'),
    /** Sent to many at once, each in their own conversation. */
    bulk: boolean('bulk').notNull().default(false),
    reactions: jsonb('reactions').$type<Reaction[]>().notNull().default([]),
    createdAt: moment('created_at').notNull().defaultNow(),
    editedAt: moment('edited_at'),
    removedAt: moment('removed_at'),
  },
  table => [
    primaryKey({ columns: [table.conversationId, table.seq] }),
    unique('messages_sent_once').on(table.senderId, table.clientId),
    index('messages_version').on(table.conversationId, table.version),
    foreignKey({
      name: 'messages_sender',
      columns: [table.conversationId, table.senderId],
      foreignColumns: [participants.conversationId, participants.userId],
    }),
    foreignKey({
      name: 'messages_quoted',
      columns: [table.conversationId, table.replyTo],
      foreignColumns: [table.conversationId, table.seq],
    }),
    check('messages_text_length', sql`char_length(${table.text}) between 1 and 4000`),
    check(
      'messages_tombstone',
      sql`(${table.removedAt} is null) = (num_nonnulls(${table.text}, ${table.event}) = 1)`,
    ),
    check(
      'messages_removed_whole',
      sql`${table.removedAt} is null or (${table.mentions} is null and ${table.reactions} = '[]')`,
    ),
    check('messages_numbers', sql`${table.seq} >= 1 and ${table.version} > ${table.seq}`),
  ],
)
