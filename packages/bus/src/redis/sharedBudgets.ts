// Budgets over all nodes; while Redis is away each node counts for itself.

import { RateLimiterRedis } from 'rate-limiter-flexible'
import { limiters, nodeLimiters, spendFrom } from '../budgets.ts'
import type { Bus } from '../bus.ts'
import type { Connections } from './connections.ts'
import type { Line } from './line.ts'
import type { Names } from './names.ts'

export function createSpend(
  commands: Connections['commands'],
  line: Line,
  names: Names,
): Bus['spend'] {
  const ofNode = nodeLimiters()
  const ofAll = limiters(budget => {
    const { name, points, seconds } = budget
    return new RateLimiterRedis({
      storeClient: commands,
      keyPrefix: names.budget(name),
      points,
      duration: seconds,
      insuranceLimiter: ofNode(budget),
    })
  })
  return (budget, person) => {
    const limiterOf = budget.shared && line.isUp() ? ofAll : ofNode
    return spendFrom(limiterOf(budget), person)
  }
}
