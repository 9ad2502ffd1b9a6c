import { expect, test } from 'vitest'
import { follow, meet, text } from './testing/following.ts'
import {
  demoSession,
  hostToken,
  httpClient,
  reasonOf,
  socketClient,
  someone,
  testDatabaseUrl,
  testNode,
  tokenOf,
} from './testing/testNode.ts'

test('two people chat live over sockets, with tRPC’s own client', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { annsDevice, bobsDevice, id } = await meet(node)
  const mine = follow(annsDevice)
  const theirs = follow(bobsDevice)
  await mine.open()
  await theirs.open()
  const sent = await annsDevice.api.chat.send.mutate({ conversationId: id, ...text('Hello') })
  await expect.poll(theirs.texts).toEqual(['Hello'])
  await bobsDevice.api.chat.edit.mutate({ messageId: sent.id, text: 'x' }).catch(() => {})
  await bobsDevice.api.chat.react.mutate({ messageId: sent.id, emoji: '👍', on: true })
  await bobsDevice.api.chat.markRead.mutate({ conversationId: id, seq: 1 })
  await expect
    .poll(() => mine.changes.at(-1))
    .toMatchObject({ participant: { readSeq: 1, deliveredSeq: 1 } })
})

test('on two nodes without a bus between them what one accepts reaches the other within its sweep', async () => {
  const databaseUrl = await testDatabaseUrl()
  const [one, two] = [await testNode(databaseUrl), await testNode(databaseUrl)]
  const { annsDevice, bobsDevice, id } = await meet(one, two)
  const theirs = follow(bobsDevice)
  await theirs.open()
  await annsDevice.api.chat.send.mutate({ conversationId: id, ...text('Hello') })
  await expect
    .poll(() => theirs.changes.at(-1), { timeout: 5000 })
    .toMatchObject({ conversationId: id, version: 2, head: true })
})

test('after a restart everything is there, and a feed goes on where it stopped', async () => {
  const databaseUrl = await testDatabaseUrl()
  const first = await testNode(databaseUrl)
  const { ann, annsDevice, bobsDevice, id } = await meet(first)
  const mine = follow(annsDevice)
  await mine.open()
  const cursor = mine.cursor()
  mine.unsubscribe()
  await bobsDevice.api.chat.send.mutate({ conversationId: id, ...text('before') })
  expect(await first.stop()).toBe(true)
  expect(first.logged()).not.toContain('"level":"error"')

  const second = await testNode(databaseUrl)
  const again = socketClient(second, () => hostToken(ann))
  const after = follow(again, cursor)
  await expect
    .poll(() => after.changes)
    .toMatchObject([{ conversationId: id, version: 2, head: true }])
  const { messages } = await again.api.chat.history.query({ conversationId: id })
  expect(messages.map(({ content }) => content?.text)).toEqual(['before'])
})

test('a token renewed on a living socket keeps it; without, the socket ends with the token', async () => {
  const node = await testNode(await testDatabaseUrl())
  const ann = someone('Ann', 'customer')
  let asked = 0
  const device = socketClient(node, () => {
    asked += 1
    return hostToken(ann, '3s')
  })
  await device.api.me.get.query()
  const { expiresAt } = await device.api.me.renewToken.mutate({ token: await hostToken(ann, '8s') })
  await expect
    .poll(() => Date.now() > Date.parse(expiresAt) - 2000, { timeout: 15_000, interval: 100 })
    .toBe(true)
  expect(await reasonOf(device.api.me.get.query())).toBe('ok')
  expect(asked).toBe(1)
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(1)
})

test('a token of another person renews nothing', async () => {
  const node = await testNode(await testDatabaseUrl())
  const device = socketClient(node, () => hostToken(someone('Ann', 'customer')))
  const foreign = await hostToken(someone('Eve', 'customer'))
  expect(await reasonOf(device.api.me.renewToken.mutate({ token: foreign }))).toBe('FORBIDDEN')
  expect(await reasonOf(device.api.me.renewToken.mutate({ token: 'x.y.z' }))).toBe(
    'UNAUTHENTICATED',
  )
})

test('signing out ends the sockets of the session within 5 seconds, on every node', async () => {
  const databaseUrl = await testDatabaseUrl()
  const secret = { AUTH_SECRET: 'the same secret on every node of this test', DEMO: '1' }
  const one = await testNode(databaseUrl, secret)
  const two = await testNode(databaseUrl, secret)
  const session = await demoSession(one, 'carla')
  const token = await tokenOf(one, session)
  let asked = 0
  const device = socketClient(two, async () => {
    asked += 1
    return token
  })
  expect(await device.api.me.get.query()).toMatchObject({ name: 'Carla Conti' })
  const signedOut = await fetch(`${one.url}/auth/sign-out`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session}`,
      'content-type': 'application/json',
      origin: one.url,
    },
    body: '{}',
  })
  expect(signedOut.status).toBe(200)
  await expect.poll(() => asked, { timeout: 5000 }).toBeGreaterThan(1)
  expect(await reasonOf(httpClient(two, token).me.get.query())).toBe('UNAUTHENTICATED')
})

test('one device too many is refused with its reason, and the others stay', async () => {
  const node = await testNode(await testDatabaseUrl(), { CONNECTIONS_PER_USER: '2' })
  const ann = someone('Ann', 'customer')
  const devices = [0, 1].map(() => socketClient(node, () => hostToken(ann)))
  for (const { api } of devices) await api.me.get.query()
  const third = socketClient(node, () => hostToken(ann))
  expect(await reasonOf(third.api.me.get.query())).toBe('TOO_MANY_CONNECTIONS')
  for (const { api } of devices) expect(await reasonOf(api.me.get.query())).toBe('ok')
})
