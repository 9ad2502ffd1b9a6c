import type { Sql } from '@parley/db/database'
import { noteSightings, type Sighting } from '@parley/db/queries/presence'
import { gather } from '../gather.ts'

/** When people were there last, written together and by Postgres's clock. */
export interface LastSeen {
  /** So that there always is one, also should nobody see them go. */
  came(userId: string): void
  /** @param since when that was, by `performance.now()` */
  went(userId: string, since?: number): Promise<void>
  /** Resolves when nothing is waiting to be written. */
  settled(): Promise<void>
}

/** Of people who come again and again, one moment a minute is enough. */
const cameMs = 60_000

export function createLastSeen(sql: Sql, onError: (error: unknown) => void): LastSeen {
  const underWay = new Set<Promise<void>>()
  const write = gather<Omit<Sighting, 'agoMs'> & { at: number }, true>({
    together: async sightings => {
      await noteSightings(sql, sightings.map(toldNow))
      return sightings.map(() => true)
    },
    alone: async sighting => {
      await noteSightings(sql, [toldNow(sighting)])
      return true
    },
    onFailed: onError,
    laneOf: ({ userId }) => userId,
    batchMax: 1000,
    writesAtOnce: 1,
  })

  function note(userId: string, at: number, unlessWithinMs: number): Promise<void> {
    const written = write({ userId, at, unlessWithinMs }).then(() => {}, onError)
    underWay.add(written)
    return written.finally(() => underWay.delete(written))
  }

  return {
    came: userId => void note(userId, performance.now(), cameMs),
    went: (userId, since = performance.now()) => note(userId, since, 0),
    async settled() {
      await Promise.all(underWay)
    },
  }
}

function toldNow({ at, ...sighting }: Omit<Sighting, 'agoMs'> & { at: number }): Sighting {
  return { ...sighting, agoMs: Math.max(0, performance.now() - at) }
}
