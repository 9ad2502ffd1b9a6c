import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld } from './testing/world.ts'

async function reading() {
  const world = createWorld()
  const { id } = world.server.open('ann', { participantIds: ['bob'] })
  const ann = world.join('ann')
  const handle = ann.conversation(id)
  handle.watch()
  await world.clock.advance(2000)
  let sent = 0
  const say = (times: number, by = 'bob') => {
    for (let index = 0; index < times; index += 1) {
      sent += 1
      const content = { type: 'text' as const, text: `text ${sent}` }
      world.server.send(by, { conversationId: id, clientId: `${by} ${sent}`, content })
    }
  }
  const reports = (call: 'markRead' | 'markDelivered') =>
    ann.transport.log
      .filter(entry => entry.call === call)
      .map(({ input }) => (input as { seq: number }).seq)
  const row = () => world.server.room(id)?.participants.find(({ userId }) => userId === 'ann')
  return { ...world, id, ann, handle, say, reports, row }
}

test('[P1] the first report at once, then at most one per second, the highest wins', async () => {
  const { clock, handle, say, reports, row } = await reading()
  say(50)
  await clock.advance(10)
  for (let seq = 1; seq <= 50; seq += 1) {
    handle.markRead(seq)
    await clock.advance(50)
  }
  await clock.advance(3000)
  expect(reports('markRead')).toEqual([1, 20, 40, 50])
  expect(row()?.readSeq).toBe(50)
})

test('[P1] what is read already or lies lower is not reported', async () => {
  const { clock, handle, say, reports } = await reading()
  say(5)
  await clock.advance(10)
  handle.markRead(5)
  handle.markRead(3)
  handle.markRead(5)
  await clock.advance(5000)
  expect(reports('markRead')).toEqual([5])
})

test('[P2] what was read offline is reported after the reconnect, once and at its highest', async () => {
  const { ann, clock, handle, say, reports, row } = await reading()
  say(5)
  await clock.advance(10)
  ann.transport.blocked = true
  ann.transport.cut()
  for (const seq of [2, 3, 5]) {
    handle.markRead(seq)
    await clock.advance(2000)
  }
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(reports('markRead')).toEqual([5])
  expect(row()?.readSeq).toBe(5)
})

test('[P2] a report that got lost with the connection is repeated', async () => {
  const { ann, clock, handle, network, say, reports, row } = await reading()
  say(2)
  await clock.advance(10)
  network.weather.requestLost = 1
  handle.markRead(2)
  await clock.advance(10)
  network.weather.requestLost = 0
  ann.transport.cut()
  await clock.advance(5000)
  expect(reports('markRead')).toEqual([2])
  expect(row()?.readSeq).toBe(2)
})

test('[P2] a report that was given up is made again after the next reconnect', async () => {
  const { ann, clock, handle, say, row } = await reading()
  say(2)
  await clock.advance(10)
  ann.transport.intercept = call => (call === 'markRead' ? new Refused('INTERNAL') : undefined)
  handle.markRead(2)
  await clock.advance(60_000)
  ann.transport.intercept = undefined
  await clock.advance(60_000)
  expect(row()?.readSeq).toBe(0)
  ann.transport.cut()
  await clock.advance(5000)
  expect(row()?.readSeq).toBe(2)
})

test("[P3] what arrives is reported as delivered, one's own is not", async () => {
  const { clock, say, reports, row } = await reading()
  say(3)
  await clock.advance(90)
  expect(reports('markDelivered')).toEqual([])
  await clock.advance(2000)
  expect(reports('markDelivered')).toEqual([3])
  expect(row()?.deliveredSeq).toBe(3)
  say(2, 'ann')
  await clock.advance(5000)
  expect(reports('markDelivered')).toEqual([3])
})

test('[P3] what is read at once needs no report of delivery', async () => {
  const { clock, handle, network, say, reports, row } = await reading()
  say(1)
  await clock.advance(20)
  network.weather.delayMs = 600
  handle.markRead(1)
  await clock.advance(5000)
  expect(reports('markRead')).toEqual([1])
  expect(reports('markDelivered')).toEqual([])
  expect(row()).toMatchObject({ readSeq: 1, deliveredSeq: 1 })
})

test('[P4] the unread count falls in the moment of reading, and what comes after counts', async () => {
  const { ann, clock, handle, say, row } = await reading()
  const count = () => ann.conversations.get().items[0]?.unreadCount
  say(5)
  await clock.advance(10)
  expect(count()).toBe(5)
  ann.transport.freeze()
  handle.markRead(4)
  expect(count()).toBe(1)
  expect(ann.conversations.get().items[0]).toMatchObject({ readSeq: 4 })
  expect(row()).toMatchObject({ readSeq: 0 })
  ann.transport.thaw()
  say(2)
  await clock.advance(5000)
  expect(count()).toBe(3)
})

test('[P4] read on one device is read on the other', async () => {
  const { ann, clock, handle, id, join, say } = await reading()
  const other = join('ann')
  await clock.advance(1000)
  say(5)
  await clock.advance(1000)
  expect(other.conversations.get().items[0]?.unreadCount).toBe(5)
  handle.markRead(5)
  await clock.advance(2000)
  expect(other.conversations.get().items[0]?.unreadCount).toBe(0)
  expect(other.conversation(id).view.get().conversation?.unreadCount).toBe(0)
  expect(ann.conversations.get().items[0]?.unreadCount).toBe(0)
})
