/**
 * Counts attempts in fixed windows of time, in memory. better-auth's own counter is shared by
 * the whole process, walks through all its entries on every request, and begins a window anew
 * with each attempt, so that a busy office behind one address would be locked out for good.
 */
import { LRUCache } from 'lru-cache'

export type Rule = { max: number; seconds: number }

export type Windows = ReturnType<typeof createWindows>

export function createWindows({ keys = 50_000, now = () => performance.now() } = {}) {
  const windows = new LRUCache<string, { attempts: number }>({
    max: keys,
    perf: { now },
    ttlResolution: 0,
  })
  return {
    /** Counts one attempt. @returns how many ms to wait; 0 when the attempt may go on */
    attempt(key: string, { max, seconds }: Rule): number {
      const open = windows.get(key)
      if (!open) windows.set(key, { attempts: 1 }, { ttl: seconds * 1000 })
      else if (open.attempts < max) open.attempts += 1
      else return Math.max(1, Math.ceil(windows.getRemainingTTL(key)))
      return 0
    },
    forget(key: string): void {
      windows.delete(key)
    },
  }
}
