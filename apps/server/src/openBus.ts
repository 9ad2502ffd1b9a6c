/**
 * The bus that a node is on: Redis where one is named, otherwise its own memory. What becomes of
 * Redis is told in the log, once when it goes and once when it is back, and in the metrics.
 */
import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'
import { type RedisBusOptions, redisBus } from '@parley/bus/redisBus'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** Refusals of one kind come by the thousand: one line for all of them. */
const quietMs = 10_000

/** @throws Error with the sentence for whoever starts a node without its Redis */
export async function openBus(
  { redisUrl }: Pick<Env, 'redisUrl'>,
  log: Log,
  metrics: Metrics,
  openMs = 5000,
): Promise<Bus> {
  if (redisUrl === undefined) {
    metrics.busUp.set(1)
    return memoryBus()
  }
  try {
    return await redisBus({ url: redisUrl, openMs, ...reports(log, metrics) })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new Error(
      `REDIS_URL: Redis does not answer there (${problem}); start it, correct the address, or unset the variable to run a single node`,
    )
  }
}

function reports(log: Log, { busUp, busUnreadable }: Metrics) {
  let hasGone = false
  let hasComplained = false
  let complainedAt = Number.NEGATIVE_INFINITY
  return {
    onState(isUp, problem) {
      busUp.set(isUp ? 1 : 0)
      if (!isUp) log.warn({ problem }, 'Redis is away: nodes hear of each other by the database')
      else if (hasGone) log.info('Redis is back')
      hasGone = !isUp
    },
    onUnreadable() {
      busUnreadable.inc()
      if (!hasComplained) log.warn('another node says what this version does not know')
      hasComplained = true
    },
    onError(err) {
      if (performance.now() - complainedAt < quietMs) return
      complainedAt = performance.now()
      log.error({ err }, 'bus')
    },
  } satisfies Partial<RedisBusOptions>
}
