import type { Change } from '@parley/protocol/change'

/**
 * What nodes tell each other. It makes delivery quick and promises nothing: whatever is lost
 * here is found by the sweep of the database.
 */
export interface Bus {
  /** Tells the nodes that hold any of these people. Never throws, never waits. */
  publish(people: readonly string[], change: Change): void
  /** Resolves when every later publication to this person reaches the listener. */
  subscribe(person: string, listener: (change: Change) => void): Promise<Unsubscribe>
  /** Takes one from a budget that all nodes share. */
  spend(budget: Budget, person: string): Promise<Spent>
  close(): Promise<void>
}

export type Unsubscribe = () => void

/** So many within so many seconds, for each person on their own. */
export interface Budget {
  name: string
  points: number
  seconds: number
}

export type Spent = { ok: true } | { ok: false; retryAfterMs: number }
