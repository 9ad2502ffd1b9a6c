import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Budget, Spent } from './bus.ts'

/** The budgets of one node. */
export function nodeBudgets() {
  const limiters = new Map<string, RateLimiterMemory>()

  function limiterOf({ name, points, seconds }: Budget): RateLimiterMemory {
    const known = limiters.get(name)
    if (known) return known
    const limiter = new RateLimiterMemory({ points, duration: seconds })
    limiters.set(name, limiter)
    return limiter
  }

  return async function spend(budget: Budget, person: string): Promise<Spent> {
    try {
      await limiterOf(budget).consume(person)
      return { ok: true }
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return { ok: false, retryAfterMs: refused.msBeforeNext }
    }
  }
}
