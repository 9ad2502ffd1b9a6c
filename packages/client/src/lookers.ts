import type { Readable } from './readable.ts'

/** Knows what is looked at: whoever subscribes to a value looks at it. */
export interface Lookers {
  watched<T>(key: string, value: Readable<T>): Readable<T>
  /** What is looked at, what came last first. */
  keys(): string[]
}

/** @param onChanged somebody looks at it who is the first, or nobody does any more */
export function createLookers(onChanged: (key: string, isLookedAt: boolean) => void): Lookers {
  const counts = new Map<string, number>()

  function count(key: string, by: 1 | -1): void {
    const before = counts.get(key) ?? 0
    if (before + by === 0) counts.delete(key)
    else counts.set(key, before + by)
    if (before === 0 || before + by === 0) onChanged(key, before === 0)
  }

  return {
    watched: (key, { get, subscribe }) => ({
      get,
      subscribe(listener) {
        const unsubscribe = subscribe(listener)
        count(key, 1)
        let isOver = false
        return () => {
          if (isOver) return
          isOver = true
          unsubscribe()
          count(key, -1)
        }
      },
    }),
    keys: () => [...counts.keys()].reverse(),
  }
}
