import { expect, test } from 'vitest'
import { words } from './words.ts'

test('of many people three are named, and the others counted', () => {
  const names = ['Ann', 'Bob', 'Cem', 'Dan', 'Eve']
  expect(words.few(names.slice(0, 4))).toBe('Ann, Bob, Cem, and Dan')
  expect(words.few(names)).toBe('Ann, Bob, Cem, and 2 others')
})

test('a full group is not said to be too long', () => {
  const full = 'there is no room for so many people.'
  expect(words.group.failed('TOO_LARGE')).toBe(`That did not work: ${full}`)
  expect(words.open.failed('TOO_LARGE')).toBe(`The conversation was not opened: ${full}`)
})
