import type { Change } from '@parley/protocol/change'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Budget, Bus, Spent } from './bus.ts'

type Listener = (change: Change) => void

/** The bus of a single node. */
export function memoryBus(): Bus {
  const listeners = new Map<string, Listener[]>()
  const limiters = new Map<string, RateLimiterMemory>()

  function limiterOf({ name, points, seconds }: Budget): RateLimiterMemory {
    const known = limiters.get(name)
    if (known) return known
    const limiter = new RateLimiterMemory({ points, duration: seconds })
    limiters.set(name, limiter)
    return limiter
  }

  return {
    publish(people, change) {
      for (const person of people) {
        for (const listener of listeners.get(person) ?? []) listener(change)
      }
    },
    async subscribe(person, listener) {
      listeners.set(person, [...(listeners.get(person) ?? []), listener])
      return () => {
        const others = (listeners.get(person) ?? []).filter(other => other !== listener)
        if (others.length > 0) listeners.set(person, others)
        else listeners.delete(person)
      }
    },
    async spend(budget, person): Promise<Spent> {
      try {
        await limiterOf(budget).consume(person)
        return { ok: true }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { ok: false, retryAfterMs: refused.msBeforeNext }
      }
    },
    async close() {
      listeners.clear()
    },
  }
}
