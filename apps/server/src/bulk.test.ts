// Bulk messages as somebody uses them who has read no more than the names of the procedures.

import { randomUUID } from 'node:crypto'
import type { Broadcast } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import {
  broadcast,
  contractor,
  customer,
  manyCustomers,
  refusalOf,
  stored,
  watchProgress,
} from './testing/broadcasting.ts'
import { follow } from './testing/following.ts'
import {
  hostToken,
  httpClient,
  socketClient,
  someone,
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

test('a few are answered at once with every result; each has it in their own conversation', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria, ann] = [
    await contractor(node),
    await customer(node, 'Maria Rossi'),
    await customer(node, 'Ann'),
  ]
  const device = socketClient(node, () => hostToken(maria))
  const feed = follow(device)
  await feed.open()
  const before = await carla.api.chat.open.mutate({ participantIds: [ann.userId] })
  const content = {
    type: 'text' as const,
    text: 'Hello {{customer.firstName}}, {{contractor.name}}',
  }
  const sent = await carla.api.bulk.send.mutate(
    broadcast([maria.userId, 'nobody', ann.userId, maria.userId], { content }),
  )
  expect(sent).toMatchObject({ status: 'finished', total: 4, totalSent: 2, totalFailed: 2 })
  expect(sent.results.map(({ userId }) => userId)).toEqual([maria.userId, ann.userId])
  expect(sent.results[1]?.conversationId).toBe(before.id)
  expect(sent.errors).toMatchObject([
    { userId: 'nobody', reason: 'UNKNOWN_PERSON' },
    { userId: maria.userId, reason: 'DUPLICATE' },
  ])
  for (const { message } of sent.errors) expect(message).toMatch(/^[A-Z].*\.$/)

  await expect.poll(feed.texts).toEqual(['Hello Maria, Carla'])
  const { conversationId = '', messageId } = sent.results[0] ?? {}
  const { messages } = await maria.api.chat.history.query({ conversationId })
  expect(messages).toMatchObject([{ id: messageId, senderId: carla.userId, bulk: true }])
  const { participants } = await maria.api.chat.get.query({ conversationId })
  expect(participants.map(({ userId }) => userId).toSorted()).toEqual(
    [carla.userId, maria.userId].toSorted(),
  )
  const { totals, ...again } = await carla.api.bulk.get.query({ broadcastId: sent.id })
  expect(again).toEqual(sent)
  expect(totals).toMatchObject({ waiting: 0, failed: 2, cancelled: 0 })
})

test('about a job: conversations made for it, its fields in the text, only those who may see it', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria, ann] = [
    await contractor(node),
    await customer(node, 'Maria'),
    await customer(node, 'Ann'),
  ]
  const root = httpClient(node, await hostToken(someone('Root', 'admin')))
  const job = {
    id: randomUUID(),
    title: 'Roof',
    type: 'roofing',
    status: 'open',
    customerId: maria.userId,
  }
  await root.jobs.upsert.mutate(job)
  const content = { type: 'text' as const, text: 'About {{job.title}}' }
  const input = broadcast([maria.userId, ann.userId], { jobId: job.id, content })
  const { idempotencyKey: _, ...previewed } = input
  const preview = await carla.api.bulk.preview.query(previewed)
  expect(preview).toMatchObject({ total: 2, totalReached: 1, totalFailed: 1 })
  expect(preview.items).toMatchObject([
    { userId: maria.userId, text: 'About Roof' },
    { userId: ann.userId, reason: 'NO_RELATION' },
  ])
  const sent = await carla.api.bulk.send.mutate(input)
  expect(sent.errors).toMatchObject([{ userId: ann.userId, reason: 'NO_RELATION' }])
  const { conversationId = '' } = sent.results[0] ?? {}
  expect(await maria.api.chat.get.query({ conversationId })).toMatchObject({
    job: { id: job.id },
    lastMessage: { content: { text: 'About Roof' } },
  })
  const missing = await carla.api.bulk.send.mutate(
    broadcast([maria.userId], { content: { type: 'text', text: 'In {{job.place}}' } }),
  )
  expect(missing.errors).toMatchObject([{ userId: maria.userId, reason: 'MISSING_VALUE' }])
  expect(missing.errors[0]?.message).toContain('job.place')
})

test('who does not want it or has blocked the sender does not get it, and is not told on', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria, ann] = [
    await contractor(node),
    await customer(node, 'Maria'),
    await customer(node, 'Ann'),
  ]
  await maria.api.me.setPreferences.mutate({ acceptBulk: false })
  await ann.api.people.block.mutate({ userId: carla.userId })
  const sent = await carla.api.bulk.send.mutate(broadcast([maria.userId, ann.userId]))
  expect(sent).toMatchObject({ status: 'finished', totalSent: 0, totalFailed: 2 })
  expect(sent.errors).toMatchObject([
    { userId: maria.userId, reason: 'OPTED_OUT' },
    { userId: ann.userId, reason: 'BLOCKED', message: 'Not delivered.' },
  ])
  for (const { api } of [maria, ann]) expect((await api.chat.list.query({})).items).toEqual([])
})

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

test('the report says who received and who read it, from the positions of the ticks', async () => {
  const node = await testNode(await testDatabaseUrl())
  const carla = await contractor(node)
  const people = [
    await customer(node, 'Maria'),
    await customer(node, 'Ann'),
    await customer(node, 'Eve'),
  ]
  const sent = await carla.api.bulk.send.mutate(broadcast(people.map(({ userId }) => userId)))
  const [maria, ann] = people
  const conversationOf = (userId = '') =>
    sent.results.find(result => result.userId === userId)?.conversationId ?? ''
  await maria?.api.chat.markRead.mutate({ conversationId: conversationOf(maria.userId), seq: 1 })
  await ann?.api.chat.markDelivered.mutate({ conversationId: conversationOf(ann.userId), seq: 1 })
  const { items } = await carla.api.bulk.report.query({ broadcastId: sent.id })
  expect(items.map(({ state }) => state)).toEqual(['read', 'delivered', 'sent'])
  const [read, delivered, only] = items
  for (const at of [read?.sentAt, read?.deliveredAt, read?.readAt, delivered?.deliveredAt])
    expect(Date.now() - Date.parse(at ?? '')).toBeLessThan(20_000)
  expect([delivered?.readAt, only?.deliveredAt, only?.readAt]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const { totals } = await carla.api.bulk.get.query({ broadcastId: sent.id })
  expect(totals).toEqual({ waiting: 0, sent: 1, delivered: 1, read: 1, failed: 0, cancelled: 0 })
  const { items: readers } = await carla.api.bulk.report.query({
    broadcastId: sent.id,
    only: 'read',
  })
  expect(readers.map(({ userId }) => userId)).toEqual([maria?.userId])
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

test('one’s own broadcasts are listed, the newest first, a page at a time', async () => {
  const node = await testNode(await testDatabaseUrl(), { BROADCASTS_PER_MINUTE: '100' })
  const [carla, cem] = [await contractor(node), await contractor(node, 'Cem')]
  const ids: string[] = []
  for (let nth = 0; nth < 5; nth++) {
    ids.unshift((await carla.api.bulk.send.mutate(broadcast(['nobody']))).id)
  }
  const first = await carla.api.bulk.list.query({ limit: 3 })
  const rest = await carla.api.bulk.list.query({ limit: 3, cursor: first.nextCursor })
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
  expect(rest.nextCursor).toBeUndefined()
  expect(await cem.api.bulk.list.query({})).toEqual({ items: [] })
})

test('templates are one’s own: saved, changed, sent with, removed', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria, cem] = [
    await contractor(node),
    await customer(node, 'Maria'),
    await contractor(node, 'Cem'),
  ]
  const { templates } = carla.api.bulk
  const made = await templates.save.mutate({ name: 'Greeting', text: 'Hi' })
  const text = 'Hi {{customer.firstName}}'
  const saved = await templates.save.mutate({ templateId: made.id, name: 'Greeting', text })
  expect(saved).toMatchObject({ id: made.id, text })
  expect(await templates.list.query()).toEqual([saved])
  expect(await cem.api.bulk.templates.list.query()).toEqual([])
  const { content: _, ...input } = broadcast([maria.userId], { template: made.id })
  const sent = await carla.api.bulk.send.mutate(input)
  expect(sent).toMatchObject({ text, totalSent: 1 })
  await templates.remove.mutate({ templateId: made.id })
  expect(await refusalOf(templates.remove.mutate({ templateId: made.id }))).toMatchObject({
    reason: 'NOT_FOUND',
  })
  expect((await carla.api.bulk.get.query({ broadcastId: sent.id })).text).toBe(text)
})

test('ten thousand by name fit into one call, over a socket as over HTTP', async () => {
  const databaseUrl = await testDatabaseUrl()
  const node = await testNode(databaseUrl)
  const carla = await contractor(node)
  // As long as ids may be; the socket is opened with it, so that nobody is known yet.
  const ids = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(64, 'x'))
  const device = socketClient(node, () => hostToken(carla))
  const scheduleAt = inAnHour()
  const overSocket = await device.api.bulk.send.mutate(broadcast(ids, { scheduleAt }))
  const overHttp = await carla.api.bulk.send.mutate(broadcast(ids, { scheduleAt }))
  for (const sent of [overSocket, overHttp])
    expect(sent).toMatchObject({ status: 'scheduled', total: 10_000, errors: [] })
  const { idempotencyKey: _, ...input } = broadcast(ids)
  expect(await device.api.bulk.preview.query(input)).toMatchObject({
    ...{ total: 10_000, totalReached: 0, totalFailed: 10_000 },
    failures: [{ reason: 'UNKNOWN_PERSON', count: 10_000 }],
  })
})
