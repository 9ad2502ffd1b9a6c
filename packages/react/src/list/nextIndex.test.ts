import { expect, test } from 'vitest'
import { nextIndex } from './nextIndex.ts'

const rows = { count: 100, inView: 8 }

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 20, 12],
  ['PageUp', 3, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('%s leads from %i to %s', (key, from, to) => {
  expect(nextIndex(key, from, rows)).toBe(to)
})
