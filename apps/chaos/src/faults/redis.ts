/** Whether there can be several nodes on this machine, and what a row says where there cannot. */
import { findRedisServer } from '@parley/bus/testing/redisServer'
import type { Verdict } from '../row.ts'

/** @returns nothing where there is a redis-server; with `CI=true` its absence is a failure */
export function withoutRedis(): Verdict | undefined {
  const found = findRedisServer()
  if ('path' in found) return undefined
  const isFailure = process.env.CI === 'true'
  return {
    problems: isFailure ? [found.missing] : [],
    figures: {},
    ...(!isFailure && { notRun: found.missing }),
  }
}
