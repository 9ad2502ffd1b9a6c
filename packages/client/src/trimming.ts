/** What nobody looks at any more keeps its newest messages alone, so that memory does not grow with what was looked at. */
import { hasGap } from '@parley/protocol/replica/replica'
import type { Clock } from './clock.ts'
import type { Replicas } from './replicas.ts'

export interface Trimming {
  /** Looks whether a conversation holds more than it should, and sees to it in a while. */
  notice(id: string): void
}

interface Options {
  clock: Pick<Clock, 'after'>
  replicas: Pick<Replicas, 'get' | 'trim'>
  /** It is on a screen, or something of it is on its way. */
  isBusy: (id: string) => boolean
  /** How many messages stay. */
  most: number
  onTrimmed: (id: string) => void
}

/** Whoever comes back by then finds all as it was. */
const restMs = 10_000

export function createTrimming({ clock, replicas, isBusy, most, onTrimmed }: Options): Trimming {
  const waiting = new Set<string>()

  /** Rows of which some are missing may be needed to tell the unread count: first the gap is closed. */
  function isDue(id: string): boolean {
    const replica = replicas.get(id)
    if (!replica || isBusy(id) || hasGap(replica)) return false
    return replica.stretch !== undefined || replica.messages.length > most
  }

  return {
    notice(id) {
      if (waiting.has(id) || !isDue(id)) return
      waiting.add(id)
      clock.after(restMs, () => {
        waiting.delete(id)
        if (!isDue(id)) return
        replicas.trim(id, most)
        onTrimmed(id)
      })
    },
  }
}
