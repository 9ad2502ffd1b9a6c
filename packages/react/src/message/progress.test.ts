import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { isReadTold, progressOf } from './progress.ts'

function person(userId: string, readSeq: number, deliveredSeq: number): Participant {
  return {
    userId,
    user: { id: userId, name: userId, role: 'customer' },
    version: 1,
    readSeq,
    readAt: '2026-11-03T12:00:00.000Z',
    deliveredSeq,
    deliveredAt: '2026-11-03T11:00:00.000Z',
    joinedAt: '2026-11-01T12:00:00.000Z',
  }
}

function shown(reached: ReturnType<typeof progressOf>['read']): string[] {
  return reached.map(({ person, at }) => `${person.userId} ${at?.slice(11, 13) ?? '?'}`)
}

test('a message is read, delivered or neither, with the moment where it is of this message', () => {
  const others = [
    person('on', 9, 9),
    person('here', 7, 8),
    person('got', 3, 7),
    person('has', 3, 9),
    person('away', 3, 6),
    person('sender', 9, 9),
    { ...person('gone', 9, 9), leftAt: '2026-11-03T12:00:00.000Z' },
  ]
  const { read, got, waiting } = progressOf({ seq: 7, senderId: 'sender' }, others)
  expect(shown(read)).toEqual(['on ?', 'here 12'])
  expect(shown(got)).toEqual(['got 11', 'has ?'])
  expect(shown(waiting)).toEqual(['away ?'])
})

test('is told in groups, and not in large ones', () => {
  const others = (count: number) => Array.from({ length: count }, (_, at) => person(`${at}`, 1, 1))
  expect(isReadTold({ isGroup: false, others: others(1) })).toBe(false)
  expect(isReadTold({ isGroup: true, others: others(31) })).toBe(true)
  expect(isReadTold({ isGroup: true, others: others(32) })).toBe(false)
})
