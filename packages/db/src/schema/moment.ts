import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment in milliseconds, which is as fine as the wire tells it; read as ISO 8601 text. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'string' })
}

/**
 * The transaction that changed a row last. Unlike a clock it follows commit order closely
 * enough to find late commits: all below a snapshot's xmin are seen by that snapshot.
 */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })
