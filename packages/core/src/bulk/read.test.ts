import { randomUUID } from 'node:crypto'
import { upsertJob } from '@parley/db/queries/jobs'
import { report as reportInput } from '@parley/protocol/bulkInputs'
import { expect, test } from 'vitest'
import { markDelivered, markRead } from '../chat/positions.ts'
import type { Caller, Core } from '../core.ts'
import { block } from '../people/block.ts'
import { crowd, to } from '../testing/testBroadcast.ts'
import { person, testCore } from '../testing/testCore.ts'
import { get, list, readBroadcast, report } from './read.ts'
import { send } from './send.ts'

const inAMinute = () => new Date(Date.now() + 60_000).toISOString()

function reportOf(core: Core, by: Caller, broadcastId: string, more: object = {}) {
  return report(core, by, reportInput.parse({ broadcastId, ...more }))
}

test('[P3] [P4] a broadcast tells its results, its errors and how far it came with each', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const ann = await person(core, 'Ann')
  const ben = await person(core, 'Ben')
  const cleo = await person(core, 'Cleo')
  const dora = await person(core, 'Dora')
  await block(core, ben, bob.userId)
  const people = [ann, ben, cleo, dora].map(({ userId }) => userId)
  const { id } = await send(core, bob, to([...people, 'nobody']))

  const [first, second] = (await readBroadcast(core, bob, id)).results
  await markRead(core, ann, { conversationId: first?.conversationId ?? '', seq: 1 })
  await markDelivered(core, cleo, { conversationId: second?.conversationId ?? '', seq: 1 })
  const told = await get(core, bob, id)
  expect(told).toMatchObject({
    id,
    status: 'finished',
    text: 'Hello {{customer.firstName}}',
    ...{ total: 5, totalSent: 3, totalFailed: 2 },
    totals: { waiting: 0, sent: 1, delivered: 1, read: 1, failed: 2, cancelled: 0 },
    errors: [
      { userId: ben.userId, reason: 'BLOCKED', message: 'Not delivered.' },
      { userId: 'nobody', reason: 'UNKNOWN_PERSON' },
    ],
  })
  expect(told.results.map(({ userId }) => userId)).toEqual([ann, cleo, dora].map(one => one.userId))
  expect(told.results[0]?.messageId).toBe(`${first?.conversationId}.1`)

  const { items } = await reportOf(core, bob, id)
  expect(items.map(({ state, user }) => `${user?.name} ${state}`)).toEqual([
    'Ann read',
    'undefined failed',
    'Cleo delivered',
    'Dora sent',
    'undefined failed',
  ])
  expect(await readBroadcast(core, bob, id)).not.toHaveProperty('totals')
})

test('[P3] for more than are answered inline the lists are empty, and the report has them all', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const people = await crowd(core.sql, core.bulk.limits.inlineMax + 1)
  const { id } = await send(core, bob, to(people))
  await core.bulk.workOff(id)
  const told = await get(core, bob, id)
  expect(told).toMatchObject({
    status: 'finished',
    totalSent: people.length,
    results: [],
    errors: [],
  })
  const { items, nextCursor } = await reportOf(core, bob, id, { only: 'sent' })
  expect(items.map(({ userId }) => userId)).toEqual(people)
  expect(nextCursor).toBeUndefined()
  for (const cursor of ['x', '-1', '99999999999']) {
    await expect(reportOf(core, bob, id, { cursor })).rejects.toMatchObject({ field: 'cursor' })
  }
})

test('[P2] the newest come first, page by page; the list has nobody else’s', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const eve = await person(core, 'Eve', 'contractor')
  const people = await crowd(core.sql, 2)
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const { id } = await send(core, bob, to(people))
    await send(core, eve, to(people))
    made.unshift(id)
  }
  // Of one moment, in the order of their ids.
  await core.sql`update broadcasts set created_at = date_trunc('day', now()) where sender_id = ${eve.userId}`
  const pages = async (by: Caller) => {
    const items = []
    let cursor: string | undefined
    do {
      const page = await list(core, by, { limit: 2, cursor })
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return items
  }
  const bobs = await pages(bob)
  expect(bobs.map(({ id }) => id)).toEqual(made)
  expect(bobs[0]).toEqual(await readBroadcast(core, bob, made[0] ?? ''))
  const eves = (await pages(eve)).map(({ id }) => id)
  expect(eves).toHaveLength(5)
  expect(eves).toEqual(eves.toSorted().toReversed())
  const [newest] = bobs
  const exact = newest?.createdAt.replace('Z', `${'0'.repeat(136)}Z`)
  const { items } = await list(core, bob, { limit: 50, cursor: `${exact}_${newest?.id}` })
  expect(items).toEqual(bobs.slice(1))
  for (const cursor of ['x', '_', `0000-01-01T00:00:00Z_${made[0]}`, '2026-01-01T00:00:00Z_x']) {
    await expect(list(core, bob, { limit: 2, cursor })).rejects.toMatchObject({
      reason: 'INVALID_INPUT',
      field: 'cursor',
    })
  }
})

test('[P2] a stranger’s broadcast answers as one that does not exist', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const eve = await person(core, 'Eve', 'contractor')
  const { id } = await send(core, bob, to(await crowd(core.sql, 2)))
  const notFound = { reason: 'NOT_FOUND', message: 'There is no such broadcast.' }
  for (const broadcastId of [id, randomUUID()]) {
    await expect(get(core, eve, broadcastId)).rejects.toMatchObject(notFound)
    await expect(readBroadcast(core, eve, broadcastId)).rejects.toMatchObject(notFound)
    await expect(reportOf(core, eve, broadcastId)).rejects.toMatchObject(notFound)
  }
  // An empty page of one's own is one.
  expect(await reportOf(core, bob, id, { only: 'failed' })).toEqual({ items: [] })
})

test('its job, filter and time are told; the job no longer to whom may not see it any more', async () => {
  const { core } = await testCore()
  const bob = await person(core, 'Bob', 'contractor')
  const ann = await person(core, 'Ann')
  const job = { id: 'roof', title: 'Roof', type: 'roofing', status: 'open', customerId: ann.userId }
  await upsertJob(core.sql, job)
  const scheduleAt = inAMinute()
  const waits = await send(core, bob, {
    ...to([]),
    recipients: { filter: { jobType: 'Roofing' } },
    ...{ jobId: 'roof', scheduleAt, zone: 'Europe/Berlin' },
  })
  expect(waits).toMatchObject({
    ...{ status: 'scheduled', job, filter: { jobType: 'Roofing' } },
    ...{ dueAt: scheduleAt, zone: 'Europe/Berlin' },
  })
  await upsertJob(core.sql, { ...job, status: 'done' })
  expect(await get(core, bob, waits.id)).not.toHaveProperty('job')
  await upsertJob(core.sql, job)
  const goes = await send(core, bob, to([ann.userId], { jobId: 'roof' }))
  await upsertJob(core.sql, { ...job, status: 'done' })
  expect(await get(core, bob, goes.id)).toMatchObject({ job: { status: 'done' } })
  // Since then they talk about it.
  expect(await get(core, bob, waits.id)).toMatchObject({ job: { status: 'done' } })
})
