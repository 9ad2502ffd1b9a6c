/**
 * Reports how far a person has read and received: the leading report at once, then at most
 * one per second and conversation, the highest one winning; again after a reconnect while the
 * person's row does not show it.
 */
import type { PositionInput } from '@parley/protocol/chatInputs'
import { insist, type Means } from './insist.ts'
import type { Limiter } from './limiter.ts'
import { Refused, Unwanted } from './refused.ts'

export interface Positions {
  /** Says that a position was reached. Lower ones than before say nothing new. */
  reach(conversationId: string, seq: number): void
  /** The highest one that was reached here; 0 when none was. */
  reached(conversationId: string): number
  /** After a reconnect: what the row does not show is reported again. */
  repeat(): void
  forgetAll(): void
}

interface Options {
  means: Means
  limit: Limiter
  report: (input: PositionInput) => Promise<void>
  /** Where the person's row stands; nothing when they do not take part. */
  stands: (conversationId: string) => number | undefined
  /** A moment to wait for a report of another kind that makes this one needless. */
  delayMs: number
}

interface Entry {
  wanted: number
  reported: number
  busy: boolean
}

const spacingMs = 1000

export function createPositions({ means, limit, report, stands, delayMs }: Options): Positions {
  const entries = new Map<string, Entry>()

  const stood = (id: string) => stands(id) ?? Number.POSITIVE_INFINITY

  /** At most one report at a time, and the next not before a second has passed. */
  function pump(id: string, entry: Entry): void {
    const isNews = () => entries.get(id) === entry && entry.wanted > stood(id)
    if (entry.busy || entry.wanted <= entry.reported || !isNews()) return
    entry.busy = true
    let waits = 2
    const rest = () => {
      waits -= 1
      if (waits > 0) return
      entry.busy = false
      pump(id, entry)
    }
    means.clock.after(spacingMs, rest)
    const call = () => {
      entry.reported = entry.wanted
      return report({ conversationId: id, seq: entry.wanted })
    }
    limit(() => insist(means, call, { isWanted: isNews })).then(rest, error => {
      rest()
      if (!(error instanceof Refused || error instanceof Unwanted)) throw error
    })
  }

  return {
    reach(id, seq) {
      const entry = entries.get(id) ?? { wanted: 0, reported: 0, busy: false }
      if (seq <= entry.wanted) return
      entry.wanted = seq
      entries.set(id, entry)
      if (delayMs === 0) pump(id, entry)
      else means.clock.after(delayMs, () => pump(id, entry))
    },
    reached: id => entries.get(id)?.wanted ?? 0,
    repeat() {
      for (const [id, entry] of entries) {
        entry.reported = 0
        pump(id, entry)
      }
    },
    forgetAll() {
      entries.clear()
    },
  }
}
