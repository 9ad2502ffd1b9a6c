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

/** In one statement. */
const most = 1000

interface Waiting extends Omit<Sighting, 'agoMs'> {
  at: number
  written: () => void
}

export function createLastSeen(
  sql: Sql,
  onError: (error: unknown) => void,
  retryMs: number,
): LastSeen {
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let isClosing = false

  function note(userId: string, at: number, unlessWithinMs: number): Promise<void> {
    return new Promise(written => {
      waiting.push({ userId, at, unlessWithinMs, written })
      // At the end of this turn, with whoever else comes or goes in it.
      writing ??= new Promise(resolve => setImmediate(resolve)).then(writeAll)
    })
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.splice(0, most)
      try {
        await noteSightings(sql, some.map(toldNow))
        for (const { written } of some) written()
      } catch (error) {
        onError(error)
        if (isClosing) break
        waiting = [...some, ...waiting]
        await pause(retryMs)
      }
    }
    writing = undefined
  }

  return {
    came: userId => void note(userId, performance.now(), cameMs),
    went: (userId, since = performance.now()) => note(userId, since, 0),
    async close() {
      isClosing = true
      await writing
    },
  }
}

function toldNow({ userId, unlessWithinMs, at }: Waiting): Sighting {
  return { userId, unlessWithinMs, agoMs: Math.max(0, performance.now() - at) }
}
