import postgres from 'postgres'

/** What postgres.js and Node say when there is no server to talk to. */
const connectionFaults = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
])

/**
 * SQLSTATE of what passes: connection, rolled back (deadlock), resources, lock not to be had,
 * operator (too slow, shutting down, starting up), system.
 */
const passing = /^(08|40|53|55P03|57|58)/

/** Whether the database is away for now, rather than the statement wrong. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return passing.test(error.code)
  if (!(error instanceof Error) || !('code' in error)) return false
  return typeof error.code === 'string' && connectionFaults.has(error.code)
}
