/**
 * Looks at whom somebody has to look at again: those of one moment together, one look after the
 * other, and what is urgent before what is only to be read again.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Bus } from '@parley/bus/bus'
import type { Sql } from '@parley/db/database'
import type { Look } from '@parley/db/queries/presence'
import { Due, looksOf, showTo } from './due.ts'
import { presencesOf, type Seen } from './presenceOf.ts'
import type { Watching } from './watching.ts'

interface LookingOptions {
  sql: Sql
  bus: Bus
  onError: (error: unknown) => void
  gapMs: number
  retryMs: number
  /** Told of what each look found. */
  onSeen: (looks: readonly Look[], counts: Seen['counts']) => void
}

/** In one statement. */
const looksMost = 2000

export function createLooking({ sql, bus, onError, gapMs, retryMs, onSeen }: LookingOptions) {
  const urgent = new Due()
  const stale = new Due()
  let isLooking = false
  let isClosed = false

  function wake(): void {
    if (isLooking || isClosed) return
    isLooking = true
    setImmediate(() => void lookOn())
  }

  async function lookOn(): Promise<void> {
    while (!isClosed && !(urgent.isEmpty && stale.isEmpty)) {
      const taken = new Map<Watching, Set<string>>()
      urgent.takeInto(taken, looksMost)
      stale.takeInto(taken, looksMost)
      const isDone = await see(taken).then(
        () => true,
        error => {
          onError(error)
          for (const [watching, targets] of taken) stale.add(watching, targets)
          return false
        },
      )
      await pause(isDone ? gapMs : retryMs, undefined, { ref: false })
    }
    isLooking = false
  }

  async function see(taken: Map<Watching, Set<string>>): Promise<void> {
    const looks = looksOf(taken)
    const { presences, counts } = await presencesOf({ sql, bus }, looks)
    onSeen(looks, counts)
    showTo(taken, looks, presences)
  }

  return {
    look(watching: Watching, targets: readonly string[]): void {
      urgent.add(watching, targets)
      wake()
    },
    lookLater(watching: Watching): void {
      stale.add(watching, watching.targets)
      wake()
    },
    forget(watching: Watching): void {
      urgent.forget(watching)
      stale.forget(watching)
    },
    close(): void {
      isClosed = true
    },
  }
}
