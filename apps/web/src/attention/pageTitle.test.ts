import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { titleOf } from './pageTitle.ts'

test.each([
  [undefined, 0, 'Parley'],
  ['Ann', 0, 'Ann · Parley'],
  ['Ann', 3, '(3) Ann · Parley'],
  [undefined, 1, '(1) Parley'],
  ['Ann', limits.unreadMax - 1, '(99) Ann · Parley'],
  ['Ann', limits.unreadMax, '(99+) Ann · Parley'],
])('the title of %o with %i unread is %o', (name, unread, title) => {
  expect(titleOf(name, unread)).toBe(title)
})
