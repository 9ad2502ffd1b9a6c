import type { Bus, Unsubscribe } from '@parley/bus/bus'
import type { Watching } from './watching.ts'

/** What of the bus concerns this node's subscriptions: each topic is heard once, whoever wants it. */
export interface Topics {
  /** Resolves when nothing about it is missed any more. */
  hear(name: string, watching: Watching, stirred: (one: Watching) => void): Promise<unknown>
  unhear(name: string, watching: Watching): void
  /** Who hears of it. */
  of(name: string): ReadonlySet<Watching>
}

interface Topic {
  watchings: Set<Watching>
  heard: Promise<Unsubscribe>
}

const nobody: ReadonlySet<Watching> = new Set()

export function createTopics(bus: Bus, onError: (error: unknown) => void): Topics {
  const topics = new Map<string, Topic>()
  return {
    hear(name, watching, stirred) {
      const known = topics.get(name)
      if (known) {
        known.watchings.add(watching)
        return known.heard
      }
      const watchings = new Set([watching])
      const heard = bus.watch(name, () => {
        for (const one of watchings) stirred(one)
      })
      heard.catch(onError)
      topics.set(name, { watchings, heard })
      return heard
    },
    unhear(name, watching) {
      const topic = topics.get(name)
      topic?.watchings.delete(watching)
      if (topic?.watchings.size !== 0) return
      topics.delete(name)
      topic.heard.then(unsubscribe => unsubscribe()).catch(() => {})
    },
    of: name => topics.get(name)?.watchings ?? nobody,
  }
}
