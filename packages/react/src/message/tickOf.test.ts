import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { tickOf } from './tickOf.ts'

function other(readSeq: number, deliveredSeq: number, leftAt?: string): Participant {
  return {
    userId: `at ${readSeq}`,
    user: { id: `at ${readSeq}`, name: 'Carla', role: 'contractor' },
    version: 1,
    readSeq,
    deliveredSeq,
    joinedAt: '2026-11-03T12:00:00.000Z',
    ...(leftAt && { leftAt }),
  }
}

test.each([
  [[other(0, 4)], 'sent'],
  [[other(0, 5)], 'delivered'],
  [[other(5, 5)], 'read'],
  // In a group, as far as the slowest.
  [[other(9, 9), other(0, 0)], 'sent'],
  [[other(9, 9), other(0, 5)], 'delivered'],
  // Those who left receive no more.
  [[other(5, 5), other(0, 0, '2026-11-03T12:00:00.000Z')], 'read'],
  [[], 'sent'],
])('a message is as far as all others have it (%#)', (others, tick) => {
  expect(tickOf({ seq: 5 }, others)).toBe(tick)
})
