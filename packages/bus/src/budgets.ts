import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Budget, Spent } from './bus.ts'

export type LimiterOf = (budget: Budget) => RateLimiterAbstract

/** One limiter for each budget, made when it is first spent. */
export function limiters(make: LimiterOf): LimiterOf {
  const made = new Map<string, RateLimiterAbstract>()
  return budget => {
    const limiter = made.get(budget.name) ?? make(budget)
    made.set(budget.name, limiter)
    return limiter
  }
}

/** Those of one node. */
export function nodeLimiters(): LimiterOf {
  return limiters(({ points, seconds }) => new RateLimiterMemory({ points, duration: seconds }))
}

export async function spendFrom(limiter: RateLimiterAbstract, person: string): Promise<Spent> {
  try {
    await limiter.consume(person)
    return { ok: true }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { ok: false, retryAfterMs: refused.msBeforeNext }
  }
}
