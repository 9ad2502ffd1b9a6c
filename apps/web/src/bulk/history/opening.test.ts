import { expect, test } from 'vitest'
import { opening } from './opening.ts'

test('what is short stands as it is, and what is long is cut between characters', () => {
  expect(opening('', 3)).toBe('')
  expect(opening('abc', 3)).toBe('abc')
  expect(opening('abcd', 3)).toBe('abc…')
  expect(opening('😀😀😀', 3)).toBe('😀😀😀')
  expect(opening('😀😀😀😀', 3)).toBe('😀😀😀…')
  expect(opening('x'.repeat(100_000), 60)).toBe(`${'x'.repeat(60)}…`)
})
