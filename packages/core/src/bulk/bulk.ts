import type { Sql } from '@parley/db/database'

/** How much one contractor may ask for. */
export interface BulkLimits {
  /** Broadcasts in a minute, over all nodes. */
  perMinute: number
  /** Up to so many recipients the call answers with every result. */
  inlineMax: number
  /** Recipients of one broadcast. */
  recipientsMax: number
}

/** What acts on broadcasts work with. */
export interface Bulk {
  limits: BulkLimits
  /** Connections of its own, so that nothing interactive waits behind it. */
  sql: Sql
  /** There is a broadcast to work on, now or at its time. Never throws, never waits. */
  wake(): void
}
