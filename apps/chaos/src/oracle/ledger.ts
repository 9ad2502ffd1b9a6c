/**
 * What people entered and what was acknowledged to them, each as their own client saw it: a
 * message is acknowledged when it has left the outbox and stands among the messages.
 */
import { createLatencies } from '@parley/load/latencies'

export interface Entry {
  clientId: string
  /** `#12`, with which its text begins, also after edits. */
  tag: string
  conversationId: string
  sender: string
  enteredAt: number
  acknowledgedAt?: number
  seenAt?: number
}

/** Something done to one message, or to one's own reaction on it; the last of a kind wins. */
export interface Act {
  kind: 'edit' | 'remove' | 'react'
  messageId: string
  person: string
  /** The new text, the emoji. */
  what: string
  on: boolean
  outcome: 'open' | 'acknowledged' | 'refused'
}

export function createLedger() {
  const entries = new Map<string, Entry>()
  const byTag = new Map<string, Entry>()
  const acts: Act[] = []
  const acknowledging = createLatencies()
  const showing = createLatencies()
  let phase = createLatencies()
  let acknowledged = 0

  return {
    entries,
    acts,
    /** Milliseconds from entering to the acknowledgement, and to the other side's screen. */
    acknowledging,
    showing,
    /** Those to the acknowledgement since the last time that somebody asked. */
    phase() {
      const over = phase
      phase = createLatencies()
      return over
    },
    count: () => entries.size,
    acknowledged: () => acknowledged,
    enter(entry: Entry): void {
      entries.set(entry.clientId, entry)
      byTag.set(entry.tag, entry)
    },
    acknowledge(clientId: string): void {
      const entry = entries.get(clientId)
      if (!entry || entry.acknowledgedAt !== undefined) return
      entry.acknowledgedAt = performance.now()
      acknowledged += 1
      for (const one of [acknowledging, phase]) one.record(entry.acknowledgedAt - entry.enteredAt)
    },
    see(tag: string): void {
      const entry = byTag.get(tag)
      if (!entry || entry.seenAt !== undefined) return
      entry.seenAt = performance.now()
      showing.record(entry.seenAt - entry.enteredAt)
    },
    /** Follows an act to its outcome. */
    act(act: Omit<Act, 'outcome'>, done: Promise<void>): void {
      const known: Act = { ...act, outcome: 'open' }
      acts.push(known)
      done.then(
        () => {
          known.outcome = 'acknowledged'
        },
        () => {
          known.outcome = 'refused'
        },
      )
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>

export function tagOf(text: string): string {
  return text.split(' ', 1)[0] ?? ''
}
