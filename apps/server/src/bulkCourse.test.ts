// What becomes of a bulk message after the answer: it waits, runs, is watched, and ends.

import type { Broadcast } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { administrator } from './testing/administering.ts'
import {
  broadcast,
  contractor,
  customer,
  manyCustomers,
  stored,
  watchProgress,
} from './testing/broadcasting.ts'
import {
  hostToken,
  type httpClient,
  socketClient,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'
import { stream } from './testing/watching.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

async function untilOver(api: ReturnType<typeof httpClient>, broadcastId: string) {
  let last: Broadcast | undefined
  await expect
    .poll(
      async () => {
        last = await api.bulk.get.query({ broadcastId })
        return last.status
      },
      { timeout: 20_000 },
    )
    .toMatch(/finished|cancelled/)
  return last
}

test('more run on after the answer: empty lists, progress to its end, and a report of all', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl, { BROADCAST_INLINE_MAX: '20' })
  const carla = await contractor(node)
  const ids = await manyCustomers(databaseUrl, 240)
  const device = socketClient(node, () => hostToken(carla))
  const userIds = [...ids, 'nobody', 'no one']
  const sent = await device.api.bulk.send.mutate(broadcast(userIds))
  expect(sent).toMatchObject({ total: 242, results: [], errors: [] })
  const progress = watchProgress(device, sent.id)
  await expect.poll(progress.end, { timeout: 20_000 }).toBe('complete')
  const last = progress.told.at(-1)
  expect(last).toMatchObject({ id: sent.id, status: 'finished', totalSent: 240, totalFailed: 2 })
  expect(last).toMatchObject({ results: [], errors: [] })
  const counts = progress.told.map(({ totalSent, totalFailed }) => totalSent + totalFailed)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))

  const reported: string[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const page = await carla.api.bulk.report.query({ broadcastId: sent.id, limit: 100, cursor })
    reported.push(...page.items.map(({ userId }) => userId))
    cursor = page.nextCursor
    pages += 1
  } while (cursor !== undefined)
  expect(reported).toEqual(userIds)
  expect(pages).toBe(3)
  const failed = await carla.api.bulk.report.query({ broadcastId: sent.id, only: 'failed' })
  expect(failed.items).toMatchObject([
    { userId: 'nobody', state: 'failed', reason: 'UNKNOWN_PERSON' },
    { userId: 'no one', state: 'failed', reason: 'UNKNOWN_PERSON' },
  ])
  expect(await stored(databaseUrl)).toMatchObject({ conversations: 240, messages: 240 })
})

test('the progress of what is over is told once and ends, over server-sent events as well', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  const { id } = await carla.api.bulk.send.mutate(broadcast([maria.userId]))
  const progress = watchProgress(
    socketClient(node, () => hostToken(carla)),
    id,
  )
  await expect.poll(progress.end).toBe('complete')
  expect(progress.told).toMatchObject([{ id, status: 'finished', totalSent: 1 }])

  const events = await stream(node, carla.token, 'bulk.progress', { broadcastId: id })
  await expect.poll(events.text).toContain('event: return')
  expect(events.text()).toContain('"status":"finished"')
})

test('what is scheduled goes at its time, and not when it is cancelled before', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  const device = socketClient(node, () => hostToken(carla))
  const scheduleAt = inAnHour()
  const later = await carla.api.bulk.send.mutate(
    broadcast([maria.userId], { scheduleAt, zone: 'Europe/Rome' }),
  )
  expect(later).toMatchObject({ status: 'scheduled', dueAt: scheduleAt, zone: 'Europe/Rome' })
  const progress = watchProgress(device, later.id)
  await expect.poll(() => progress.told).toMatchObject([{ status: 'scheduled' }])

  const soon = await carla.api.bulk.send.mutate(
    broadcast([maria.userId], { scheduleAt: new Date(Date.now() + 1000).toISOString() }),
  )
  expect(soon.status).toBe('scheduled')
  expect(await untilOver(carla.api, soon.id)).toMatchObject({ status: 'finished', totalSent: 1 })

  const cancelled = await carla.api.bulk.cancel.mutate({ broadcastId: later.id })
  expect(cancelled).toMatchObject({ status: 'cancelled', total: 1, totalSent: 0, totalFailed: 0 })
  await expect.poll(progress.end, { timeout: 5000 }).toBe('complete')
  expect(progress.told.at(-1)).toMatchObject({ status: 'cancelled' })
  expect(await carla.api.bulk.cancel.mutate({ broadcastId: later.id })).toEqual(cancelled)
  const { items } = await carla.api.bulk.report.query({ broadcastId: later.id })
  expect(items).toMatchObject([{ userId: maria.userId, state: 'cancelled' }])
  expect(await stored(databaseUrl)).toMatchObject({ broadcasts: 2, messages: 1 })
})

test('with time to undo, nobody gets what is cancelled in it', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  const sent = await carla.api.bulk.send.mutate(broadcast([maria.userId], { undo: true }))
  expect(sent).toMatchObject({ status: 'scheduled', totalSent: 0 })
  expect(Date.parse(sent.dueAt) - Date.parse(sent.createdAt)).toBe(10_000)
  const { status } = await carla.api.bulk.cancel.mutate({ broadcastId: sent.id })
  expect(status).toBe('cancelled')
  expect(await stored(databaseUrl)).toMatchObject({ messages: 0, conversations: 0 })
})

test('cancelled while it runs: what went, went, and the report says so', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl, { BROADCAST_INLINE_MAX: '0' })
  const carla = await contractor(node)
  const ids = await manyCustomers(databaseUrl, 3000)
  const device = socketClient(node, () => hostToken(carla))
  const { id } = await device.api.bulk.send.mutate(broadcast(ids))
  const progress = watchProgress(device, id)
  await expect.poll(() => progress.told.at(-1)?.totalSent, { interval: 5 }).toBeGreaterThan(0)
  const cancelled = await carla.api.bulk.cancel.mutate({ broadcastId: id })
  expect(cancelled.status).toBe('cancelled')
  expect(cancelled.totalSent).toBeLessThan(3000)
  await expect.poll(progress.end, { timeout: 5000 }).toBe('complete')
  const { totals } = await carla.api.bulk.get.query({ broadcastId: id })
  expect(totals).toMatchObject({
    ...{ waiting: 0, sent: cancelled.totalSent, failed: 0 },
    cancelled: 3000 - cancelled.totalSent,
  })
  expect(await stored(databaseUrl)).toMatchObject({ messages: cancelled.totalSent })
}, 30_000)

test('a time that has just passed is now, for clocks differ', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  const scheduleAt = new Date(Date.now() - 20_000).toISOString()
  const sent = await carla.api.bulk.send.mutate(broadcast([maria.userId], { scheduleAt }))
  expect(sent).toMatchObject({ status: 'finished', totalSent: 1 })
})

test('who lost the connection in between is told on, and of the end', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  const admin = await administrator(node)
  const { id } = await carla.api.bulk.send.mutate(
    broadcast([maria.userId], { scheduleAt: inAnHour() }),
  )
  const progress = watchProgress(
    socketClient(node, () => hostToken(carla)),
    id,
  )
  await expect.poll(() => progress.told).toHaveLength(1)
  expect(await admin.endSession.mutate({ userId: carla.userId })).toMatchObject({ connections: 1 })
  await expect.poll(() => progress.told, { timeout: 10_000 }).toHaveLength(2)
  expect(progress.end()).toBeUndefined()
  await carla.api.bulk.cancel.mutate({ broadcastId: id })
  await expect.poll(progress.end, { timeout: 5000 }).toBe('complete')
  expect(progress.told.at(-1)).toMatchObject({ status: 'cancelled' })
})
