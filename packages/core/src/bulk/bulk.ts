import type { Sql } from '@parley/db/database'
import type { Failure } from '@parley/protocol/bulk'
import type { Turns } from './turns.ts'

/** How much one contractor may ask for. */
export interface BulkLimits {
  /** Broadcasts in a minute, over all nodes. */
  perMinute: number
  /** Up to so many recipients the call answers with every result. */
  inlineMax: number
  /** Recipients of one broadcast. */
  recipientsMax: number
}

/** Told of what broadcasts do on this node, for figures. */
export interface BulkObserver {
  /** A broadcast to so many begins. */
  begun(recipients: number): void
  settled(outcome: { sent: number; failed: ReadonlyMap<Failure, number> }): void
  /** @param seconds since it began */
  ended(status: 'finished' | 'cancelled', seconds: number): void
}

/** What acts on broadcasts work with. */
export interface Bulk {
  limits: BulkLimits
  /**
   * Connections for what reads or writes much at a time, so that nothing interactive waits behind
   * it. They are not the workers': whoever looks at lists holds up no broadcast.
   */
  sql: Sql
  observer: BulkObserver
  /** Looking at whole lists takes long. */
  previews: Turns
  /** So does writing them down. */
  sends: Turns
  /** There is a broadcast to work on, now or at its time. Never throws, never waits. */
  wake(): void
  /**
   * Works on one that is due, here and now, until it is over. Never throws: what cannot be done
   * within seconds is left to the workers.
   */
  workOff(broadcastId: string): Promise<void>
}
