// Bulk messages as somebody uses them who has read no more than the names of the procedures.

import { randomUUID } from 'node:crypto'
import type { AppRouter } from '@parley/router/appRouter'
import { createTRPCClient, httpLink } from '@trpc/client'
import { expect, test } from 'vitest'
import { broadcast, contractor, customer, refusalOf } from './testing/broadcasting.ts'
import { follow } from './testing/following.ts'
import {
  hostToken,
  httpClient,
  socketClient,
  someone,
  testDatabaseUrl,
  testNode,
} from './testing/testNode.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

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
  // A query goes into the address, where so many have no room; the client can be told to post it.
  const headers = { authorization: `Bearer ${carla.token}` }
  const posting = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${node.url}/trpc`, headers, methodOverride: 'POST' })],
  })
  for (const { bulk } of [device.api, posting])
    expect(await bulk.preview.query(input)).toMatchObject({
      ...{ total: 10_000, totalReached: 0, totalFailed: 10_000 },
      failures: [{ reason: 'UNKNOWN_PERSON', count: 10_000 }],
    })
})
