import type { Broadcast } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { furthest } from './furthest.ts'

function at(status: Broadcast['status'], totalSent = 0): Broadcast {
  return {
    id: '0193a7c1-58c1-7d40-9f0e-0a2b5c6d7e8f',
    status,
    total: 10,
    totalSent,
    totalFailed: 0,
    results: [],
    errors: [],
    text: 'Hello',
    createdAt: '2026-11-21T12:00:00.000Z',
    dueAt: '2026-11-21T12:00:00.000Z',
  }
}

const order = [at('scheduled'), at('running', 1), at('running', 5), at('finished', 10)]

test('of what was read and what was told, the later one is shown, whichever came first', () => {
  for (const [earlier, one] of order.entries()) {
    for (const other of order.slice(earlier + 1)) {
      expect(furthest(one, other)).toMatchObject(other)
      expect(furthest(other, one)).toMatchObject(other)
    }
  }
})

test('cancelled is the end of one that was scheduled or running', () => {
  for (const before of order.slice(0, 3)) {
    expect(furthest(before, at('cancelled', 1)).status).toBe('cancelled')
    expect(furthest(at('cancelled', 1), before).status).toBe('cancelled')
  }
})
