// What the operator sees of bulk messages: on the administrators' page, and as metrics.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { administrator } from './testing/administering.ts'
import { broadcast, contractor, customer, refusalOf } from './testing/broadcasting.ts'
import { type TestNode, testDatabaseUrl, testNode } from './testing/testNode.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

async function figure(node: TestNode, name: string): Promise<number> {
  const text = await (await fetch(`${node.url}/metrics`)).text()
  const line = text.split('\n').find(line => line.startsWith(`${name} `))
  return Number(line?.slice(name.length + 1))
}

test('administrators see who used bulk messages, on which days, and why some failed', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, cem, maria] = [
    await contractor(node),
    await contractor(node, 'Cem'),
    await customer(node, 'Maria'),
  ]
  const admin = await administrator(node)
  const nothing = await admin.bulk.query()
  expect(nothing.days).toHaveLength(30)
  expect(nothing).toMatchObject({ contractors: [], failures: [] })

  await carla.api.bulk.send.mutate(broadcast([maria.userId, 'nobody', maria.userId]))
  await cem.api.bulk.send.mutate(broadcast([maria.userId]))
  const { days, contractors, failures, seconds } = await admin.bulk.query({ days: 2 })
  expect(days).toHaveLength(2)
  expect(days.at(-1)).toMatchObject({ broadcasts: 2, recipients: 4, sent: 2, failed: 2 })
  expect(contractors).toMatchObject([
    { user: { id: carla.userId, name: 'Carla' }, recipients: 3, sent: 1, failed: 2 },
    { user: { id: cem.userId }, recipients: 1, sent: 1, failed: 0 },
  ])
  expect(failures).toEqual([
    { reason: 'DUPLICATE', count: 1 },
    { reason: 'UNKNOWN_PERSON', count: 1 },
  ])
  expect(seconds?.p95).toBeGreaterThanOrEqual(seconds?.p50 ?? Number.NaN)
  expect(await refusalOf(admin.bulk.query({ days: 91 }))).toMatchObject({
    ...{ reason: 'INVALID_INPUT', field: 'days' },
  })
})

test('broadcasts are counted, with their recipients by outcome, how long they took, and what waits', async () => {
  const node = await testNode(await testDatabaseUrl())
  const [carla, maria] = [await contractor(node), await customer(node, 'Maria')]
  await carla.api.bulk.send.mutate(broadcast([maria.userId, 'nobody', maria.userId]))
  const { id: broadcastId } = await carla.api.bulk.send.mutate(
    broadcast([maria.userId], { scheduleAt: inAnHour() }),
  )
  await carla.api.bulk.send.mutate(broadcast([maria.userId], { scheduleAt: inAnHour() }))
  await carla.api.bulk.cancel.mutate({ broadcastId })

  const settled = 'parley_broadcast_recipients_settled_total'
  expect(await figure(node, 'parley_broadcasts_begun_total')).toBe(1)
  expect(await figure(node, 'parley_broadcast_recipients_sum')).toBe(3)
  expect(await figure(node, `${settled}{outcome="sent"}`)).toBe(1)
  expect(await figure(node, `${settled}{outcome="UNKNOWN_PERSON"}`)).toBe(1)
  expect(await figure(node, `${settled}{outcome="DUPLICATE"}`)).toBe(1)
  expect(await figure(node, 'parley_broadcast_seconds_count{status="finished"}')).toBe(1)
  expect(await figure(node, 'parley_broadcasts{state="scheduled"}')).toBe(1)
  expect(await figure(node, 'parley_broadcasts{state="running"}')).toBe(0)
  const calls = 'parley_calls_total{procedure="bulk.send",outcome="ok"}'
  expect(await figure(node, calls)).toBe(3)
  await refusalOf(carla.api.bulk.get.query({ broadcastId: randomUUID() }))
  const notFound = 'parley_calls_total{procedure="bulk.get",outcome="NOT_FOUND"}'
  expect(await figure(node, notFound)).toBe(1)
})
