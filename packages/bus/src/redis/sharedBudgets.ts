// Budgets over all nodes; while Redis is away, or late, each node counts for itself.

import { RateLimiterRedis } from 'rate-limiter-flexible'
import { limiters, nodeLimiters, spendFrom } from '../budgets.ts'
import type { Bus } from '../bus.ts'
import type { Connections } from './connections.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'
import { createPromptness } from './promptness.ts'

interface SpendOptions {
  commands: Connections['commands']
  line: Line
  names: Names
  /** A message does not wait for Redis: this is all that it may take. */
  spendMs: number
}

export function createSpend({ commands, line, names, spendMs }: SpendOptions): Bus['spend'] {
  const promptly = createPromptness(spendMs)
  const ofNode = nodeLimiters()
  const ofAll = limiters(
    ({ name, points, seconds }) =>
      new RateLimiterRedis({
        storeClient: commands,
        keyPrefix: names.budget(name),
        points,
        duration: seconds,
      }),
  )
  return async (budget, person) => {
    const shared = () => line.attempt(() => spendFrom(ofAll(budget), person))
    const spent = budget.shared ? await promptly(shared) : undefined
    return spent ?? spendFrom(ofNode(budget), person)
  }
}
