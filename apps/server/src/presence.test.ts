/**
 * Presence as devices see it, on sockets and over HTTP, on one node.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  hostToken,
  httpClient,
  reasonOf,
  socketClient,
  someone,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'
import { acquaintances, stream, watch } from './testing/watching.ts'

test('several devices come, are away, and go: each is told, and the last one when it was seen', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, annsDevice, bobsDevice } = await acquaintances(node)
  const bobAsSeen = watch(annsDevice, [bob.userId])
  await expect.poll(bobAsSeen.said).toEqual(['offline 0'])

  const phone = await bobsDevice()
  await expect.poll(bobAsSeen.said).toEqual(['offline 0', 'online 1'])
  const laptop = await bobsDevice()
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
  await phone.api.presence.setAway.mutate({ away: true })
  expect(await annsDevice.api.presence.get.query({ userId: bob.userId })).toMatchObject({
    status: 'online',
  })
  await laptop.api.presence.setAway.mutate({ away: true })
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('away 2')
  await laptop.api.presence.setAway.mutate({ away: false })
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')

  await phone.close()
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 1')
  const closedAt = Date.now()
  await laptop.close()
  await expect.poll(() => bobAsSeen.said().at(-1), { interval: 5 }).toBe('offline 0')
  expect(Date.now() - closedAt).toBeLessThan(1000)
  const lastSeen = Date.parse(bobAsSeen.told.at(-1)?.lastSeen ?? '')
  expect(Math.abs(lastSeen - closedAt)).toBeLessThan(500)
})

test('a reload does not flicker', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, annsDevice, bobsDevice } = await acquaintances(node)
  let device = await bobsDevice()
  const bobAsSeen = watch(annsDevice, [bob.userId])
  await expect.poll(bobAsSeen.said).toEqual(['online 1'])
  for (let times = 0; times < 3; times++) {
    await device.close()
    await pause(120) // about what a page takes to be back
    device = await bobsDevice()
  }
  await device.api.presence.setAway.mutate({ away: true })
  await expect.poll(bobAsSeen.said).toEqual(['online 1', 'away 1'])
})

test('what streams over HTTP counts and can be away, a call does not', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, bobsToken, annsDevice } = await acquaintances(node)
  const bobAsSeen = watch(annsDevice, [bob.userId])
  const bobsCalls = httpClient(node, bobsToken)
  const [himself] = await bobsCalls.presence.getMany.query({ userIds: [bob.userId] })
  expect(himself).toEqual({ userId: bob.userId, status: 'offline', connectionCount: 0 })

  const feed = await stream(node, bobsToken, 'chat.changes', {})
  const presences = await stream(node, bobsToken, 'presence.changes', { userIds: [bob.userId] })
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
  await bobsCalls.presence.setAway.mutate({ away: true })
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('away 2')
  await bobsCalls.presence.setAway.mutate({ away: false })
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
  feed.close()
  presences.close()
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('offline 0')
})

test('streams count among the connections of a person; one too many is refused and not counted', async () => {
  const node = await testNode(await testDatabaseUrl(), { CONNECTIONS_PER_USER: '2' })
  const { bob, bobsToken, annsDevice, bobsDevice } = await acquaintances(node)
  const bobAsSeen = watch(annsDevice, [bob.userId])
  const device = await bobsDevice()
  const feed = await stream(node, bobsToken, 'chat.changes', {})
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
  const third = await stream(node, bobsToken, 'chat.changes', {})
  await expect.poll(third.text).toContain('TOO_MANY_CONNECTIONS')
  const fourth = socketClient(node, () => hostToken(bob))
  expect(await reasonOf(fourth.api.me.get.query())).toBe('TOO_MANY_CONNECTIONS')
  await fourth.close()
  expect(bobAsSeen.said().at(-1)).toBe('online 2')
  feed.close()
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 1')
  await bobsDevice()
  await expect.poll(() => bobAsSeen.said().at(-1)).toBe('online 2')
  await device.close()
})

test('strangers, nobody, oneself, the same twice, and too many', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { ann, bob, annsDevice, bobsDevice } = await acquaintances(node)
  await bobsDevice()
  const eve = someone('Eve', 'customer')
  const evesDevice = socketClient(node, () => hostToken(eve))
  const asked = [bob.userId, 'never-seen', ann.userId, bob.userId]
  const anns = await annsDevice.api.presence.getMany.query({ userIds: asked })
  expect(anns.map(({ userId, status }) => [userId, status])).toEqual([
    [bob.userId, 'online'],
    ['never-seen', 'offline'],
    [ann.userId, 'online'],
    [bob.userId, 'online'],
  ])
  const nothing = { status: 'offline', connectionCount: 0 }
  expect(await evesDevice.api.presence.get.query({ userId: bob.userId })).toEqual({
    userId: bob.userId,
    ...nothing,
  })
  const seen = watch(evesDevice, asked)
  const idle = watch(evesDevice, [])
  await expect
    .poll(() => seen.told)
    .toEqual([
      { userId: bob.userId, ...nothing },
      { userId: 'never-seen', ...nothing },
      { userId: ann.userId, ...nothing },
    ])
  expect(idle.told).toEqual([])
  expect(await annsDevice.api.presence.getMany.query({ userIds: [] })).toEqual([])
  const tooMany = Array.from({ length: 201 }, (_, at) => `person-${at}`)
  const refused = new Promise(resolve => {
    annsDevice.api.presence.changes.subscribe({ userIds: tooMany }, { onError: resolve })
  })
  expect(await refused).toMatchObject({ data: { reason: 'INVALID_INPUT' } })
})
