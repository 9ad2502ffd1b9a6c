import type { Readable } from './readable.ts'

/** Knows what is looked at: whoever subscribes to a value looks at it. */
export interface Lookers {
  watched<T>(key: string, value: Readable<T>): Readable<T>
  /** What is looked at: what is open first, then what came last into view. */
  keys(): string[]
}

/**
 * @param isOpen whether it belongs to what is being read, which nothing beside it crowds out
 * @param onChanged somebody came to look at it, or nobody does any more
 */
export function createLookers(
  isOpen: (key: string) => boolean,
  onChanged: (key: string, isLookedAt: boolean) => void,
): Lookers {
  const counts = new Map<string, number>()

  function count(key: string, by: 1 | -1): void {
    const left = (counts.get(key) ?? 0) + by
    // Whoever comes to look puts it at the end, where the latest stand.
    if (by === 1 || left === 0) counts.delete(key)
    if (left > 0) counts.set(key, left)
    if (by === 1 || left === 0) onChanged(key, by === 1)
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
    keys() {
      const latest = [...counts.keys()].reverse()
      return latest.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
    },
  }
}
