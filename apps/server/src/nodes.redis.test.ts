/**
 * Several nodes on one Postgres and one Redis: from the outside they are one. What must come over
 * the bus is tested with nodes that never look into the database by themselves.
 */
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { withRedis } from '@parley/bus/testing/withRedis'
import { createSessionWatch } from '@parley/core/accounts/sessionWatch'
import { startDelivery } from '@parley/core/delivery/delivery'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { openBus } from './openBus.ts'
import { follow, meet, text } from './testing/following.ts'
import {
  demoSession,
  hostToken,
  httpClient,
  reasonOf,
  socketClient,
  someone,
  type TestNode,
  testNodes,
  tokenOf,
} from './testing/testNode.ts'

const never = 2 ** 30
const withoutSweeps = {
  startDelivery: (options: Parameters<typeof startDelivery>[0]) =>
    startDelivery({ ...options, sweepMs: never }),
  createSessionWatch: (options: Parameters<typeof createSessionWatch>[0]) =>
    createSessionWatch({ ...options, everyMs: never }),
}
/** Generous where nothing but the bus could bring it. */
const live = { timeout: 5000 }
const sweeps = { timeout: 5000 }
const recovery = { timeout: 15_000 }

async function get(node: TestNode, path: string) {
  const answer = await fetch(`${node.url}${path}`)
  return { status: answer.status, body: await answer.text() }
}

async function busIsUp(node: TestNode): Promise<boolean> {
  return (await get(node, '/metrics')).body.includes('\nparley_bus_up 1\n')
}

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  beforeEach(() => redis.flush())
  afterAll(() => redis.dispose())

  test('sender and readers on three nodes: the bus brings it, whole, without any sweep', async () => {
    const [one, two, three] = await testNodes(3, redis.url, {}, withoutSweeps)
    const { bob, annsDevice, bobsDevice, id } = await meet(one!, two!)
    const bobsOther = socketClient(three!, () => hostToken(bob))
    const [mine, theirs, other] = [follow(annsDevice), follow(bobsDevice), follow(bobsOther)]
    for (const device of [mine, theirs, other]) await device.open()
    await annsDevice.api.chat.send.mutate({ conversationId: id, ...text('Hello') })
    await expect.poll(theirs.texts, live).toEqual(['Hello'])
    await expect.poll(other.texts, live).toEqual(['Hello'])
    await bobsOther.api.chat.markRead.mutate({ conversationId: id, seq: 1 })
    for (const device of [mine, theirs])
      await expect
        .poll(() => device.changes.at(-1), live)
        .toMatchObject({ participant: { userId: bob.userId, readSeq: 1 } })
    expect(mine.texts()).toEqual(['Hello'])
  })

  test('a session that is signed out on one node has no sockets on another one, at once', async () => {
    const [one, two] = await testNodes(2, redis.url, { DEMO: '1' }, withoutSweeps)
    const session = await demoSession(one!, 'carla')
    const token = await tokenOf(one!, session)
    let asked = 0
    const device = socketClient(two!, async () => {
      asked += 1
      return token
    })
    expect(await device.api.me.get.query()).toMatchObject({ name: 'Carla Conti' })
    const headers = { authorization: `Bearer ${session}`, origin: one!.url }
    const json = { ...headers, 'content-type': 'application/json' }
    await fetch(`${one!.url}/auth/sign-out`, { method: 'POST', headers: json, body: '{}' })
    await expect.poll(() => asked, live).toBeGreaterThan(1)
    expect(await reasonOf(httpClient(two!, token).me.get.query())).toBe('UNAUTHENTICATED')
  })

  test('messages in a minute are counted over all nodes, those of chat.open too', async () => {
    const nodes = await testNodes(2, redis.url, { MESSAGES_PER_MINUTE: '3' })
    const [one, two] = nodes
    const { ann, annsDevice, id } = await meet(one!, two!)
    const [cem, token] = [someone('Cem', 'contractor'), await hostToken(ann)]
    await httpClient(two!, await hostToken(cem)).me.get.query()
    const elsewhere = httpClient(two!, token)
    await annsDevice.api.chat.send.mutate({ conversationId: id, ...text('1') })
    await elsewhere.chat.send.mutate({ conversationId: id, ...text('2') })
    await elsewhere.chat.open.mutate({ participantIds: [cem.userId], firstMessage: text('3') })
    for (const api of [annsDevice.api, elsewhere]) {
      const refused = api.chat.send.mutate({ conversationId: id, ...text('4') })
      await expect(refused).rejects.toMatchObject({
        data: { reason: 'RATE_LIMITED', retryAfterMs: expect.any(Number) },
      })
      const { data } = await refused.catch(error => error)
      expect(data.retryAfterMs).toBeGreaterThan(0)
      expect(data.retryAfterMs).toBeLessThanOrEqual(60_000)
    }
    // What is counted on each node by itself goes on.
    expect(await reasonOf(elsewhere.chat.list.query({ limit: 10 }))).toBe('ok')
  })

  test.for(['killed', 'frozen'] as const)(
    'Redis %s: chat goes on by the sweep on every node; back again, live, by itself',
    async (how, { expect }) => {
      const [one, two] = await testNodes(2, redis.url)
      const { annsDevice, bobsDevice, id } = await meet(one!, two!)
      const [mine, theirs] = [follow(annsDevice), follow(bobsDevice)]
      for (const device of [mine, theirs]) await device.open()
      const send = (device: typeof annsDevice, words: string) =>
        device.api.chat.send.mutate({ conversationId: id, ...text(words) })

      if (how === 'killed') await redis.kill()
      else redis.freeze()
      try {
        for (const [from, to] of [
          [annsDevice, theirs],
          [bobsDevice, mine],
        ] as const) {
          const { version } = await send(from, 'without Redis')
          await expect.poll(() => to.changes.at(-1), sweeps).toMatchObject({ version, head: true })
        }
        for (const node of [one!, two!]) {
          await expect.poll(() => busIsUp(node), recovery).toBe(false)
          expect(await get(node, '/readyz')).toMatchObject({ status: 503 })
          expect(await get(node, '/healthz')).toMatchObject({ status: 200 })
        }
      } finally {
        if (how === 'killed') await redis.restart()
        else redis.thaw()
      }

      for (const node of [one!, two!]) {
        await expect.poll(() => busIsUp(node), recovery).toBe(true)
        await expect.poll(async () => (await get(node, '/readyz')).status, recovery).toBe(200)
        const about = node.logged().match(/Redis is [a-z]+/g)
        expect(about).toEqual(['Redis is away', 'Redis is back'])
      }
      await send(annsDevice, 'live again')
      await expect.poll(theirs.texts, live).toContain('live again')
      await send(bobsDevice, 'here too')
      await expect.poll(mine.texts, live).toContain('here too')
    },
  )

  test('a Redis that does not answer stops the start, in one sentence', async () => {
    const env = readEnv({ REDIS_URL: 'redis://:secret@127.0.0.1:1' })
    const log = createLog(env, { write: () => {} })
    const opening = openBus(env, log, createMetrics(), 200)
    await expect(opening).rejects.toThrow(
      /^REDIS_URL: Redis does not answer.*ECONNREFUSED.*; start it/,
    )
    await expect(opening).rejects.not.toThrow(/secret/)
  })
})
