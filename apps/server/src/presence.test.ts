import type { Presence } from '@parley/protocol/presence'
import { expect, onTestFinished, test } from 'vitest'
import {
  hostToken,
  httpClient,
  socketClient,
  someone,
  type TestNode,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

type Device = ReturnType<typeof socketClient>

/** What a device is told of these people, one entry for each frame. */
function watch({ api }: Device, userIds: string[]) {
  const told: Presence[] = []
  const { unsubscribe } = api.presence.changes.subscribe(
    { userIds },
    { onData: presence => told.push(presence) },
  )
  onTestFinished(unsubscribe)
  return {
    told,
    unsubscribe,
    said: () => told.map(({ status, connectionCount }) => `${status} ${connectionCount}`),
  }
}

/** Ann on a socket and Bob, who has none yet, with a conversation. */
async function meet(node: TestNode) {
  const [ann, bob] = [someone('Ann', 'customer'), someone('Bob', 'contractor')]
  await httpClient(node, await hostToken(bob)).me.get.query()
  const annsDevice = socketClient(node, () => hostToken(ann))
  const { id } = await annsDevice.api.chat.open.mutate({ participantIds: [bob.userId] })
  const bobsDevice = async () => {
    const device = socketClient(node, () => hostToken(bob))
    await device.api.me.get.query()
    return device
  }
  return { ann, bob, annsDevice, bobsDevice, id }
}

test('several devices come, are away, and go: each is told, and the last one when it was seen', async () => {
  const node = await testNode(await testDatabaseUrl())
  const { bob, annsDevice, bobsDevice } = await meet(node)
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
