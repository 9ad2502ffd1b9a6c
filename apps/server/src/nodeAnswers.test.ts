import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { administrator, countingDevice } from './testing/administering.ts'
import {
  demoSession,
  hostToken,
  httpClient,
  reasonOf,
  someone,
  type TestNode,
  testDatabaseUrl,
  testNode,
  tokenOf,
} from './testing/testNode.ts'

test('nodes say how they are, and which connections a person or the people of a conversation have', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [ann, bob, eve] = [
    someone('Ann', 'customer'),
    someone('Bob', 'contractor'),
    someone('Eve', 'customer'),
  ]
  const [phone] = [
    await countingDevice(node, () => hostToken(ann)),
    await countingDevice(node, () => hostToken(ann)),
    await countingDevice(node, () => hostToken(bob)),
    await countingDevice(node, () => hostToken(eve)),
  ]
  const { id } = await phone.api.chat.open.mutate({ participantIds: [bob.userId] })
  const admin = await administrator(node)

  const { nodes, silent, connections } = await admin.connections.query()
  expect(nodes).toMatchObject([{ connections: { ws: 4 }, conversations: 1, queuedBytes: 0 }])
  expect(nodes[0]?.peopleOnline).toBeGreaterThanOrEqual(3)
  expect([silent, connections]).toEqual([[], []])

  const anns = await admin.connections.query({ userId: ann.userId })
  expect(anns.people).toEqual([{ id: ann.userId, name: 'Ann', role: 'customer' }])
  expect(anns.connections).toHaveLength(2)
  for (const one of anns.connections) {
    const { userId } = ann
    const node = nodes[0]?.id
    expect(one).toMatchObject({ userId, node, transport: 'ws', away: false, queuedBytes: 0 })
    expect(Date.now() - Date.parse(one.since)).toBeLessThan(20_000)
  }
  const theirs = await admin.connections.query({ conversationId: id })
  expect(theirs.connections.map(({ userId }) => userId).toSorted()).toEqual(
    [ann, ann, bob].map(({ userId }) => userId),
  )
  expect(theirs.people.map(({ name }) => name).toSorted()).toEqual(['Ann', 'Bob'])
})

test('a test signal says which devices of a person can be reached', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  const [phone, laptop] = [
    await countingDevice(node, () => hostToken(ann)),
    await countingDevice(node, () => hostToken(ann)),
  ]
  const admin = await administrator(node)
  const { nodes, tookMs } = await admin.signal.mutate({ userId: ann.userId })
  expect(nodes).toMatchObject([{ heard: true, connections: 2, answered: 2 }])
  expect(tookMs).toBeLessThan(1000)
  for (const { close } of [phone, laptop]) close()
  await expect.poll(() => admin.signal.mutate({ userId: ann.userId })).toMatchObject({ nodes: [] })
})

test('a connection that is ended comes back as another one', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  const phone = await countingDevice(node, () => hostToken(ann))
  const admin = await administrator(node)
  const ids = async () => {
    const { connections } = await admin.connections.query({ userId: ann.userId })
    return connections.map(({ id }) => id)
  }
  const [connectionId = ''] = await ids()
  const { nodes } = await admin.connections.query()
  const ending = { connectionId, node: nodes[0]?.id ?? '' }
  expect(await admin.endConnection.mutate(ending)).toEqual({ sessions: 0, connections: 1 })
  expect(await reasonOf(admin.endConnection.mutate(ending))).toBe('NOT_FOUND')
  await phone.api.me.get.query()
  expect(phone.dials()).toBe(2)
  await expect.poll(ids).toEqual([expect.not.stringMatching(connectionId)])
})

test('what is forged or unknown does not exist', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  await countingDevice(node, () => hostToken(ann))
  const admin = await administrator(node)
  const { connections } = await admin.connections.query({ userId: ann.userId })
  const connectionId = connections[0]?.id ?? ''
  const calls = [
    admin.connections.query({ userId: 'nobody' }),
    admin.connections.query({ conversationId: randomUUID() }),
    admin.signal.mutate({ userId: 'nobody' }),
    admin.endConnection.mutate({ connectionId: '*' }),
    admin.endConnection.mutate({ connectionId, node: 'forged' }),
    admin.endSession.mutate({ sessionId: "' or true --" }),
    admin.endSession.mutate({ userId: 'nobody' }),
  ]
  expect(await Promise.all(calls.map(reasonOf))).toEqual(calls.map(() => 'NOT_FOUND'))
  expect((await admin.connections.query({ userId: ann.userId })).connections).toHaveLength(1)
})

test('a session that is ended is signed out, and the other ones of the person stay', async () => {
  const node = await testNode(await testDatabaseUrl(), { DEMO: '1' })
  const [phone, laptop] = [await demoDevice(node, 'carla'), await demoDevice(node, 'carla')]
  const admin = await administrator(node)
  const mustBeOut = (token: string) =>
    expect
      .poll(() => reasonOf(httpClient(node, token).me.get.query()), { timeout: 5000 })
      .toBe('UNAUTHENTICATED')
  const { id: userId } = await laptop.api.me.get.query()
  const { connections } = await admin.connections.query({ userId })
  const [first] = connections
  expect(JSON.stringify(connections)).not.toContain(phone.session)
  const sessionId = first?.sessionId ?? ''
  expect(await admin.endSession.mutate({ sessionId })).toEqual({ sessions: 1, connections: 1 })
  await expect.poll(phone.dials).toBeGreaterThan(1)
  await mustBeOut(phone.token)
  expect(await reasonOf(laptop.api.me.get.query())).toBe('ok')
  expect(laptop.dials()).toBe(1)

  expect(await admin.endSession.mutate({ userId })).toMatchObject({ sessions: 1 })
  await expect.poll(laptop.dials).toBeGreaterThan(1)
  await mustBeOut(laptop.token)
})

test('connections of a host’s people are closed; whether they come back is for the host', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  const phone = await countingDevice(node, () => hostToken(ann))
  const admin = await administrator(node)
  expect(await admin.endSession.mutate({ userId: ann.userId })).toEqual({
    sessions: 0,
    connections: 1,
  })
  await expect.poll(phone.dials).toBe(2)
})

async function demoDevice(node: TestNode, as: string) {
  const session = await demoSession(node, as)
  const token = await tokenOf(node, session)
  return { session, token, ...(await countingDevice(node, async () => token)) }
}
