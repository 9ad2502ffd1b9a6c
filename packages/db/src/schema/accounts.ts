/**
 * Own accounts, in the shape that better-auth's Drizzle adapter expects: the keys of each
 * table are better-auth's field names, the columns are ours.
 *
 * A person who signs in through a host product has no row here.
 */
import { roles } from '@parley/protocol/user'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const authUsers = pgTable(
  'auth_users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role', { enum: roles }).notNull().default('customer'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    // A host's subject never begins with `usr_`, ours always does, so the two cannot meet.
    check('auth_users_id_ours', sql`${table.id} ~ '^usr_.{1,60}$'`),
    check('auth_users_role', sql`${table.role} in ('customer', 'contractor', 'admin')`),
    check('auth_users_name_length', sql`char_length(${table.name}) between 1 and 80`),
    // better-auth looks accounts up by the lower-cased address.
    check('auth_users_email_lower', sql`${table.email} = lower(${table.email})`),
  ],
)

export const authSessions = pgTable(
  'auth_sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => authUsers.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    index('auth_sessions_user_id').on(table.userId),
    index('auth_sessions_expires_at').on(table.expiresAt),
  ],
)

/** The ways in that a user has; with a password, `providerId` is `credential`. */
export const authAccounts = pgTable(
  'auth_accounts',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => authUsers.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    index('auth_accounts_user_id').on(table.userId),
    uniqueIndex('auth_accounts_provider').on(table.providerId, table.accountId),
  ],
)

export const authVerifications = pgTable(
  'auth_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [
    index('auth_verifications_identifier').on(table.identifier),
    index('auth_verifications_expires_at').on(table.expiresAt),
  ],
)
