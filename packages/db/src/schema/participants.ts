import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { conversations } from './conversations.ts'
import { moment, transactionId } from './moment.ts'
import { people } from './people.ts'

/**
 * Who takes part in a conversation. A row stays when its person goes; what
 * was written up to `after_seq` is not theirs to see.
 */
export const participants = pgTable(
  'participants',
  {
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id),
    userId: text('user_id')
      .notNull()
      .references(() => people.id),
    version: integer('version').notNull().default(1),
    readSeq: integer('read_seq').notNull().default(0),
    readAt: moment('read_at'),
    deliveredSeq: integer('delivered_seq').notNull().default(0),
    deliveredAt: moment('delivered_at'),
    joinedAt: moment('joined_at').notNull().defaultNow(),
    leftAt: moment('left_at'),
    afterSeq: integer('after_seq').notNull().default(0),
    archived: boolean('archived').notNull().default(false),
    muted: boolean('muted').notNull().default(false),
    pinned: boolean('pinned').notNull().default(false),
    markedUnread: boolean('marked_unread').notNull().default(false),
    /** Numbers the changes of what is the person's own, which raise no shared version. */
    mineVersion: integer('mine_version').notNull().default(0),
    changedXid: transactionId('changed_xid').notNull().default(sql`pg_current_xact_id()`),
  },
  table => [
    primaryKey({ columns: [table.conversationId, table.userId] }),
    index('participants_person').on(table.userId, table.conversationId),
    index('participants_changed').on(table.changedXid),
    check('participants_positions', sql`${table.readSeq} <= ${table.deliveredSeq}`),
  ],
)
