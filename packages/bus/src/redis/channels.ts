// Which channels this node listens to: each once, however many want it, and those of one turn
// of the event loop in one command.

import type { Redis } from 'ioredis'
import type { Unsubscribe } from '../bus.ts'
import { chunks } from './chunks.ts'

/** So many in one command, so that each is answered in good time. */
const atOnce = 500

export interface Channels {
  /** Resolves when the channel is heard; at once while Redis is away, since it is then caught up. */
  join(channel: string): Promise<Unsubscribe>
  /** Subscribes to everything that is wanted, over a new connection. */
  rejoin(): Promise<void>
}

interface Wanted {
  by: number
  heard: Promise<void>
}

export function createChannels(ears: Redis): Channels {
  const wanted = new Map<string, Wanted>()
  /** What Redis was last told of each; nothing of the others. */
  const told = new Set<string>()
  const changed = new Set<string>()
  let flushing = Promise.resolve()
  let isDue = false

  /** One after the other, so that what was said last of a channel is what Redis hears last. */
  function flushSoon(): Promise<void> {
    if (isDue) return flushing
    isDue = true
    const turn = new Promise(resolve => setImmediate(resolve))
    flushing = Promise.all([flushing, turn]).then(flush)
    return flushing
  }

  async function flush(): Promise<void> {
    isDue = false
    const news = [...changed]
    changed.clear()
    // Without a connection, the next one begins with all that is wanted.
    if (ears.status !== 'ready') return
    const leaving = news.filter(channel => !wanted.has(channel) && told.delete(channel))
    const joining = news.filter(channel => wanted.has(channel) && !told.has(channel))
    for (const channel of joining) told.add(channel)
    try {
      for (const some of chunks(leaving, atOnce)) await ears.unsubscribe(...some)
      for (const some of chunks(joining, atOnce)) await ears.subscribe(...some)
    } catch {
      ears.disconnect(true)
    }
  }

  function leave(channel: string): void {
    const entry = wanted.get(channel)
    if (!entry) return
    entry.by -= 1
    if (entry.by > 0) return
    wanted.delete(channel)
    changed.add(channel)
    void flushSoon()
  }

  return {
    async join(channel) {
      const entry = wanted.get(channel) ?? { by: 0, heard: Promise.resolve() }
      entry.by += 1
      if (entry.by === 1) {
        wanted.set(channel, entry)
        changed.add(channel)
        entry.heard = flushSoon()
      }
      let isOver = false
      const end = () => {
        if (!isOver) leave(channel)
        isOver = true
      }
      await entry.heard
      return end
    },
    async rejoin() {
      told.clear()
      changed.clear()
      const all = [...wanted.keys()]
      for (const channel of all) told.add(channel)
      for (const some of chunks(all, atOnce)) await ears.subscribe(...some)
    },
  }
}
