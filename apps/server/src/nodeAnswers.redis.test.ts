/** What administrators see and end on several nodes. */
import { redisBus } from '@parley/bus/redisBus'
import { type RedisServer, startRedis } from '@parley/bus/testing/redisServer'
import { withRedis } from '@parley/bus/testing/withRedis'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { administrator, countingDevice } from './testing/administering.ts'
import {
  demoSession,
  hostToken,
  httpClient,
  reasonOf,
  someone,
  testNodes,
  tokenOf,
} from './testing/testNode.ts'

const soon = { timeout: 5000 }

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  beforeEach(() => redis.flush())
  afterAll(() => redis.dispose())

  /** Somebody with a device at each of two nodes, and an administrator at the first. */
  async function atTwoNodes(variables: Record<string, string> = {}) {
    const [one, two] = await testNodes(2, redis.url, variables)
    const ann = someone('Ann', 'customer')
    const devices = [
      await countingDevice(one!, () => hostToken(ann)),
      await countingDevice(two!, () => hostToken(ann)),
    ]
    const { userId } = ann
    return { one: one!, two: two!, ann, userId, devices, admin: await administrator(one!) }
  }

  test('all nodes are seen from each, with the connections of a person on all of them', async () => {
    const { two, userId, admin } = await atTwoNodes()
    const { nodes, connections, silent } = await admin.connections.query({ userId })
    expect(nodes).toHaveLength(2)
    expect(nodes.map(one => [one.connections.ws, one.peopleOnline])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(connections.map(({ node }) => node).toSorted()).toEqual(
      nodes.map(({ id }) => id).toSorted(),
    )
    expect(silent).toEqual([])
    const seenFromTwo = await (await administrator(two)).connections.query({ userId })
    expect(seenFromTwo.connections).toEqual(connections)
  })

  test('a test signal reaches the devices at every node', async () => {
    const { userId, admin } = await atTwoNodes()
    const { nodes } = await admin.signal.mutate({ userId })
    const reached = { heard: true, connections: 1, answered: 1 }
    expect(nodes).toMatchObject([reached, reached])
  })

  test('a node that lives and does not answer is named as silent', async () => {
    const { admin } = await atTwoNodes()
    const mute = await redisBus({ url: redis.url })
    onTestFinished(() => mute.close())
    mute.onQuestion(() => new Promise(() => {}))
    await expect
      .poll(async () => (await admin.connections.query()).silent, { timeout: 10_000 })
      .toEqual([mute.node])
    expect((await admin.connections.query()).nodes).toHaveLength(2)
  })

  test('a connection at another node is ended, there alone', async () => {
    const { userId, devices, admin } = await atTwoNodes()
    const [atOne, atTwo] = devices
    const { nodes, connections } = await admin.connections.query({ userId })
    const mine = connections.filter(({ node }) => node === nodes[1]?.id)
    const { id: connectionId = '' } = mine[0] ?? {}
    const wrong = { connectionId, node: nodes[0]?.id ?? '' }
    expect(await reasonOf(admin.endConnection.mutate(wrong))).toBe('NOT_FOUND')
    expect(await admin.endConnection.mutate({ connectionId })).toEqual({
      sessions: 0,
      connections: 1,
    })
    await expect.poll(() => [atOne?.dials(), atTwo?.dials()].toSorted(), soon).toEqual([1, 2])
  })

  test('all connections of a host’s person are closed, at every node', async () => {
    const { userId, devices, admin } = await atTwoNodes()
    expect(await admin.endSession.mutate({ userId })).toEqual({ sessions: 0, connections: 2 })
    await expect.poll(() => devices.map(({ dials }) => dials()), soon).toEqual([2, 2])
  })

  test('a session of ours is over at every node at once', async () => {
    const { one, two, admin } = await atTwoNodes({ DEMO: '1' })
    const session = await demoSession(one, 'carla')
    const token = await tokenOf(one, session)
    const phone = await countingDevice(two, async () => token)
    const { id: userId } = await phone.api.me.get.query()
    const { connections } = await admin.connections.query({ userId })
    const sessionId = connections[0]?.sessionId ?? ''
    expect(await admin.endSession.mutate({ sessionId })).toEqual({ sessions: 1, connections: 1 })
    for (const node of [one, two])
      await expect
        .poll(() => reasonOf(httpClient(node, token).me.get.query()), soon)
        .toBe('UNAUTHENTICATED')
    expect(await reasonOf(admin.endSession.mutate({ sessionId }))).toBe('NOT_FOUND')
  })

  test('while Redis is away, what may be elsewhere is not said not to exist', async () => {
    const { userId, admin } = await atTwoNodes()
    const { nodes, connections } = await admin.connections.query({ userId })
    const elsewhere = connections.find(({ node }) => node === nodes[1]?.id)
    const here = connections.find(({ node }) => node === nodes[0]?.id)
    await redis.kill()
    onTestFinished(() => redis.restart())
    const refused = await Promise.all(
      [elsewhere, here].map(one =>
        reasonOf(admin.endConnection.mutate({ connectionId: one?.id ?? '' })),
      ),
    )
    expect(refused.toSorted()).toEqual(['UNAVAILABLE', 'ok'])
  })
})
