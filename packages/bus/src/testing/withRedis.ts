import { expect, test } from 'vitest'
import { findRedisServer } from './redisServer.ts'

/**
 * Tests that need a redis-server. Where there is none, one test says so in place of them all: it
 * is skipped, and with `CI=true` fails.
 */
export function withRedis(tests: () => void): void {
  const found = findRedisServer()
  if ('path' in found) tests()
  else if (process.env.CI !== 'true') test.skip(found.missing)
  else test(found.missing, () => expect.fail(found.missing))
}
