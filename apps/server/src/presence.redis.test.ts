/**
 * Presence over several nodes: whoever looks cannot tell which node anybody is on, and what
 * becomes of a node becomes visible.
 */

import { setTimeout as pause } from 'node:timers/promises'
import type { Bus } from '@parley/bus/bus'
import { quick, testBus } from '@parley/bus/testing/redisNodes'
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { withRedis } from '@parley/bus/testing/withRedis'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { hostToken, reasonOf, socketClient, testDatabaseUrl, testNode } from './testing/testNode.ts'
import { acquaintances, stream, watch } from './testing/watching.ts'

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  beforeEach(() => redis.flush())
  afterAll(() => redis.dispose())

  /** Two nodes whose leases end within a second. */
  async function nodes(variables: Record<string, string> = {}) {
    const databaseUrl = await testDatabaseUrl()
    const one = await testBus(redis.url, quick)
    const two = await testBus(redis.url, quick)
    const node = (bus: Bus) =>
      testNode(databaseUrl, variables, { bus, limits: { ...limits, noticeMs: 0, spreadMs: 100 } })
    return { here: await node(one), there: await node(two), theirBus: two }
  }

  test('devices on two nodes are counted together, away only when all are', async () => {
    const { here, there } = await nodes()
    const { bob, annsDevice, bobsDevice } = await acquaintances(here)
    const bobAsSeen = watch(annsDevice, [bob.userId])
    await expect.poll(bobAsSeen.said).toEqual(['offline 0'])
    const [phone, laptop] = [await bobsDevice(there), await bobsDevice(here)]
    await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
    await phone.api.presence.setAway.mutate({ away: true })
    expect(await annsDevice.api.presence.get.query({ userId: bob.userId })).toEqual({
      ...{ userId: bob.userId, status: 'online', connectionCount: 2 },
    })
    await laptop.api.presence.setAway.mutate({ away: true })
    await expect.poll(() => bobAsSeen.said().at(-1)).toBe('away 2')
    await laptop.close()
    await expect.poll(() => bobAsSeen.said().at(-1)).toBe('away 1')
    const closedAt = Date.now()
    await phone.close()
    await expect.poll(() => bobAsSeen.said().at(-1), { interval: 5 }).toBe('offline 0')
    expect(Date.now() - closedAt).toBeLessThan(1000)
  })

  test('the limit of connections is that of all nodes', async () => {
    const { here, there } = await nodes({ CONNECTIONS_PER_USER: '2' })
    const { bob, bobsDevice } = await acquaintances(here)
    const first = await bobsDevice(here)
    const second = await bobsDevice(there)
    for (const node of [here, there]) {
      const third = socketClient(node, () => hostToken(bob))
      expect(await reasonOf(third.api.me.get.query())).toBe('TOO_MANY_CONNECTIONS')
      await third.close()
    }
    expect(await second.api.presence.get.query({ userId: bob.userId })).toMatchObject({
      connectionCount: 2,
    })
    // Whoever closes one on one node may open one on the other, at once.
    await first.close()
    await bobsDevice(there)
  })

  test('who moves because a node stops is never shown as gone', async () => {
    const { here, there } = await nodes()
    const { bob, annsDevice } = await acquaintances(here)
    let at = there
    const moving = {
      get url() {
        return at.url
      },
    }
    const bobsDevice = socketClient(moving, () => hostToken(bob))
    await bobsDevice.api.me.get.query()
    const bobAsSeen = watch(annsDevice, [bob.userId])
    await expect.poll(bobAsSeen.said).toEqual(['online 1'])
    at = here
    await there.stop()
    expect(await bobsDevice.api.presence.get.query({ userId: bob.userId })).toMatchObject({
      connectionCount: 1,
    })
    await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 1')
    expect(bobAsSeen.told.map(({ status }) => status)).not.toContain('offline')
  })

  test('who streams has time to come to another node', async () => {
    const { here, there } = await nodes()
    const { bob, bobsToken, annsDevice } = await acquaintances(here)
    const feed = await stream(there, bobsToken, 'chat.changes', {})
    const bobAsSeen = watch(annsDevice, [bob.userId])
    await expect.poll(bobAsSeen.said).toEqual(['online 1'])
    const stopped = there.stop()
    await feed.ended
    await pause(900) // as clients wait before they come again
    await stream(here, bobsToken, 'chat.changes', {})
    await stopped
    const now = () => annsDevice.api.presence.get.query({ userId: bob.userId })
    await expect.poll(now).toMatchObject({ connectionCount: 1 })
    expect(bobAsSeen.told.map(({ status }) => status)).not.toContain('offline')
  })

  test('the people of a node that is killed are gone, with when that was', async () => {
    const { here, there, theirBus } = await nodes()
    const { bob, annsDevice, bobsDevice } = await acquaintances(here)
    await bobsDevice(there)
    const bobAsSeen = watch(annsDevice, [bob.userId])
    await expect.poll(bobAsSeen.said).toEqual(['online 1'])
    const killedAt = Date.now()
    theirBus.die()
    await expect.poll(() => bobAsSeen.said().at(-1), { timeout: 5000 }).toBe('offline 0')
    const lastSeen = () => Date.parse(bobAsSeen.told.at(-1)?.lastSeen ?? '')
    await expect.poll(lastSeen).toBeGreaterThan(killedAt)
  })

  test('with Redis away nobody is shown as here or gone who may be otherwise; then the truth', async () => {
    const { here, there } = await nodes()
    const { bob, annsDevice, bobsDevice } = await acquaintances(here)
    const device = await bobsDevice(there)
    const bobAsSeen = watch(annsDevice, [bob.userId, 'somebody else'])
    await expect.poll(bobAsSeen.said).toEqual(['online 1', 'offline 0'])
    await redis.kill()
    await expect.poll(() => bobAsSeen.said().at(-1), { timeout: 5000 }).toBe('unknown 0')
    await bobsDevice(there)
    await device.close()
    await redis.restart()
    await expect.poll(() => bobAsSeen.said().at(-1), { timeout: 10_000 }).toBe('online 1')
    expect(bobAsSeen.said()).toEqual(['online 1', 'offline 0', 'unknown 0', 'online 1'])
  })
})
