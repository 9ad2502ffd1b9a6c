import type { OpenBroadcasts } from '@parley/db/queries/openBroadcasts'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { createBulkMetrics } from './bulkMetrics.ts'

function counting(countOpen: () => Promise<OpenBroadcasts>) {
  const registry = new Registry()
  const observer = createBulkMetrics(registry, countOpen)
  const figure = async (name: string) => {
    const text = await registry.metrics()
    const line = text.split('\n').find(line => line.startsWith(`${name} `))
    return line === undefined ? undefined : Number(line.slice(name.length + 1))
  }
  return { observer, figure }
}

const quiet = async () => ({ scheduled: 0, waiting: 0, running: 0 })

test('what the workers did is counted by outcome', async () => {
  const { observer, figure } = counting(quiet)
  const settled = 'parley_broadcast_recipients_settled_total'
  expect(await figure(`${settled}{outcome="NOT_DELIVERED"}`)).toBe(0)
  observer.begun(120)
  observer.settled({
    sent: 90,
    failed: new Map([
      ['BLOCKED', 4],
      ['DUPLICATE', 6],
    ]),
  })
  observer.settled({ sent: 20, failed: new Map() })
  observer.ended('finished', 0.2)
  expect(await figure('parley_broadcasts_begun_total')).toBe(1)
  expect(await figure('parley_broadcast_recipients_bucket{le="100"}')).toBe(0)
  expect(await figure('parley_broadcast_recipients_bucket{le="500"}')).toBe(1)
  expect(await figure(`${settled}{outcome="sent"}`)).toBe(110)
  expect(await figure(`${settled}{outcome="BLOCKED"}`)).toBe(4)
  expect(await figure(`${settled}{outcome="DUPLICATE"}`)).toBe(6)
  expect(await figure('parley_broadcast_seconds_count{status="finished"}')).toBe(1)
})

test('what is not over is asked of the database once for many readers', async () => {
  let asked = 0
  const { figure } = counting(async () => {
    asked += 1
    return { scheduled: 3, waiting: 2, running: 1 }
  })
  const states = ['scheduled', 'waiting', 'running']
  const told = await Promise.all(states.map(state => figure(`parley_broadcasts{state="${state}"}`)))
  expect([told, asked]).toEqual([[3, 2, 1], 1])
})

test('without the database the other figures are still told', async () => {
  const { observer, figure } = counting(() => Promise.reject(new Error('away')))
  observer.begun(1)
  expect(await figure('parley_broadcasts_begun_total')).toBe(1)
  expect(await figure('parley_broadcasts{state="running"}')).toBeUndefined()
})
