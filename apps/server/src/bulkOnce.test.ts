// Whatever is asked twice or named twice happens once.

import { expect, test } from 'vitest'
import { broadcast, manyCustomers, setting, stored } from './testing/broadcasting.ts'
import { httpClient, socketClient, testNode } from './testing/testNode.ts'

test('the same key again is the same broadcast, whatever else is said', async () => {
  const { databaseUrl, node, carla, maria } = await setting({ BROADCASTS_PER_MINUTE: '1' })
  const input = broadcast([maria.userId])
  const first = await carla.api.bulk.send.mutate(input)
  const device = socketClient(node, async () => carla.token)
  expect(await device.api.bulk.send.mutate(input)).toEqual(first)
  const { idempotencyKey } = input
  const other = broadcast(['somebody', 'else'], { idempotencyKey, jobId: 'no such job' })
  expect(await carla.api.bulk.send.mutate(other)).toEqual(first)
  expect(await stored(databaseUrl)).toMatchObject({ broadcasts: 1, recipients: 1, messages: 1 })
})

test('the same key twice at the same time, on two nodes, inline and above', async () => {
  const { databaseUrl, carla } = await setting()
  const other = await testNode(databaseUrl)
  const there = httpClient(other, carla.token)
  const ids = await manyCustomers(databaseUrl, 80)
  for (const userIds of [ids.slice(0, 30), ids]) {
    const input = broadcast(userIds)
    const answers = await Promise.all([
      carla.api.bulk.send.mutate(input),
      there.bulk.send.mutate(input),
      carla.api.bulk.send.mutate(input),
    ])
    const [id, ...others] = new Set(answers.map(({ id }) => id))
    expect(others).toEqual([])
    const broadcastId = id ?? ''
    await expect
      .poll(async () => (await there.bulk.get.query({ broadcastId })).totalSent, {
        timeout: 10_000,
      })
      .toBe(userIds.length)
  }
  expect(await stored(databaseUrl)).toMatchObject({
    ...{ broadcasts: 2, recipients: 110, messages: 110, conversations: 80 },
  })
})

test('the same person fifty times gets one message', async () => {
  const { databaseUrl, carla, maria } = await setting()
  const fifty = Array.from({ length: 50 }, () => maria.userId)
  const sent = await carla.api.bulk.send.mutate(broadcast(fifty))
  expect(sent).toMatchObject({ status: 'finished', total: 50, totalSent: 1, totalFailed: 49 })
  expect(sent.results).toHaveLength(1)
  expect(new Set(sent.errors.map(({ reason }) => reason))).toEqual(new Set(['DUPLICATE']))
  expect(await stored(databaseUrl)).toMatchObject({ messages: 1, recipients: 50 })
})
