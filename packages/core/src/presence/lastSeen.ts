import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '@parley/db/database'
import { noteSightings, type Sighting } from '@parley/db/queries/presence'

/** When people were there last, written together and by Postgres's clock. */
export interface LastSeen {
  /** So that there always is one, also should nobody see them go. */
  came(userId: string): void
  /**
   * Resolves when it is written.
   *
   * @param since when that was, by `performance.now()`
   */
  went(userId: string, since?: number): Promise<void>
  /** Resolves when everything is written, or cannot be. */
  close(): Promise<void>
}

/** Of people who come again and again, one moment a minute is enough. */
const cameMs = 60_000

/** Nobody waits for that moment, so those who come within this time are written together. */
const gatherMs = 200

/** In one statement. */
const most = 1000

interface Waiting extends Omit<Sighting, 'agoMs'> {
  at: number
  written: (() => void)[]
}

export function createLastSeen(
  sql: Sql,
  onError: (error: unknown) => void,
  retryMs: number,
): LastSeen {
  /** Of each person one moment, however often they come and go meanwhile. */
  const waiting = new Map<string, Waiting>()
  let writing: Promise<void> | undefined
  let later: NodeJS.Timeout | undefined
  let isDue = false
  let isClosing = false

  function note(one: Waiting): void {
    const known = waiting.get(one.userId)
    waiting.set(one.userId, known ? together(known, one) : one)
  }

  function write(): void {
    clearTimeout(later)
    later = undefined
    isDue = true
    // At the end of this turn, with whoever else comes or goes in it.
    writing ??= new Promise(resolve => setImmediate(resolve)).then(writeAll)
  }

  async function writeAll(): Promise<void> {
    while (isDue && waiting.size > 0) {
      const some = [...waiting.values()].slice(0, most)
      for (const { userId } of some) waiting.delete(userId)
      isDue = waiting.size > 0
      try {
        await noteSightings(sql, some.map(toldNow))
        for (const { written } of some) for (const tell of written) tell()
      } catch (error) {
        onError(error)
        if (isClosing) break
        for (const one of some) note(one)
        isDue = true
        await pause(retryMs)
      }
    }
    writing = undefined
  }

  return {
    came(userId) {
      note({ userId, at: performance.now(), unlessWithinMs: cameMs, written: [] })
      later ??= setTimeout(write, gatherMs).unref()
    },
    went: (userId, since = performance.now()) =>
      new Promise(resolve => {
        note({ userId, at: since, unlessWithinMs: 0, written: [resolve] })
        write()
      }),
    async close() {
      isClosing = true
      write()
      await writing
    },
  }
}

function together(one: Waiting, other: Waiting): Waiting {
  return {
    userId: one.userId,
    at: Math.max(one.at, other.at),
    unlessWithinMs: Math.min(one.unlessWithinMs, other.unlessWithinMs),
    written: [...one.written, ...other.written],
  }
}

function toldNow({ userId, unlessWithinMs, at }: Waiting): Sighting {
  return { userId, unlessWithinMs, agoMs: Math.max(0, performance.now() - at) }
}
