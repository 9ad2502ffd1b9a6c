/**
 * The database as better-auth's adapter wants it: through Drizzle, which changes how its
 * client reads moments, and so has a small pool of its own.
 */
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { backoff } from './database.ts'
import { authAccounts, authSessions, authUsers, authVerifications } from './schema/accounts.ts'

/** Keyed by the names that better-auth gives its models. */
export const accountsSchema = {
  user: authUsers,
  session: authSessions,
  account: authAccounts,
  verification: authVerifications,
}

export type AccountsStore = ReturnType<typeof openAccountsStore>

export function openAccountsStore(url: string, { max = 4 }: { max?: number } = {}) {
  const client = postgres(url, {
    max,
    backoff,
    onnotice: () => {},
    connection: { application_name: 'parley accounts' },
  })
  return { drizzle: drizzle(client), close: () => client.end({ timeout: 5 }) }
}
