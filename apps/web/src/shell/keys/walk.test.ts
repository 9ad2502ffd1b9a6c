import { expect, test } from 'vitest'
import { neighbour } from './walk.ts'

/** Capitals are unread. */
const stops = [...'aBcDe'].map(id => ({ id, isUnread: id !== id.toLowerCase() }))
const down = { by: 1, onlyUnread: false } as const
const up = { by: -1, onlyUnread: false } as const

test('goes to the one after and the one before, and stays at the ends', () => {
  expect(neighbour(stops, 'a', down)).toBe('B')
  expect(neighbour(stops, 'c', up)).toBe('B')
  expect(neighbour(stops, 'e', down)).toBeUndefined()
  expect(neighbour(stops, 'a', up)).toBeUndefined()
})

test('from elsewhere it begins with the first, or upwards with the last', () => {
  expect(neighbour(stops, undefined, down)).toBe('a')
  expect(neighbour(stops, 'gone', up)).toBe('e')
  expect(neighbour([], undefined, down)).toBeUndefined()
})

test('of the unread ones the first comes after the last', () => {
  const unreadDown = { by: 1, onlyUnread: true } as const
  const unreadUp = { by: -1, onlyUnread: true } as const
  expect(neighbour(stops, 'a', unreadDown)).toBe('B')
  expect(neighbour(stops, 'B', unreadDown)).toBe('D')
  expect(neighbour(stops, 'e', unreadDown)).toBe('B')
  expect(neighbour(stops, 'B', unreadUp)).toBe('D')
  expect(neighbour(stops, undefined, unreadUp)).toBe('D')
  const onlyHere = [{ id: 'a', isUnread: true }]
  expect(neighbour(onlyHere, 'a', unreadDown)).toBeUndefined()
})
