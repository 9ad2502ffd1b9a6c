/** Bulk messages of somebody whose devices are on two nodes. */
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { withRedis } from '@parley/bus/testing/withRedis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  broadcast,
  contractor,
  customer,
  refusalOf,
  watchProgress,
} from './testing/broadcasting.ts'
import { follow } from './testing/following.ts'
import { hostToken, httpClient, socketClient, testNodes } from './testing/testNode.ts'

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())

  test('broadcasts within a minute are counted over both, and seen on both', async () => {
    const [one, two] = await testNodes(2, redis.url, { BROADCASTS_PER_MINUTE: '2' })
    const [carla, maria] = [await contractor(one!), await customer(one!, 'Maria')]
    const theirs = follow(socketClient(two!, () => hostToken(maria)))
    await theirs.open()
    const there = httpClient(two!, carla.token)
    const scheduled = await carla.api.bulk.send.mutate(
      broadcast([maria.userId], { scheduleAt: new Date(Date.now() + 1500).toISOString() }),
    )
    const progress = watchProgress(
      socketClient(two!, () => hostToken(carla)),
      scheduled.id,
    )
    expect(await there.bulk.send.mutate(broadcast([maria.userId]))).toMatchObject({ totalSent: 1 })
    for (const { bulk } of [carla.api, there]) {
      const refusal = await refusalOf(bulk.send.mutate(broadcast([maria.userId])))
      expect(refusal.reason).toBe('RATE_LIMITED')
      expect(refusal.retryAfterMs).toBeGreaterThan(0)
    }
    await expect.poll(progress.end, { timeout: 10_000 }).toBe('complete')
    expect(progress.told.at(-1)).toMatchObject({ status: 'finished', totalSent: 1 })
    await expect.poll(theirs.texts, { timeout: 5000 }).toEqual(['Hello Maria', 'Hello Maria'])
  })
})
