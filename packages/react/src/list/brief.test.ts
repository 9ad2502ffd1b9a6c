import { expect, test } from 'vitest'
import { brief } from './brief.ts'

test('a short text stays, on one line', () => {
  expect(brief('Hello')).toBe('Hello')
  expect(brief(' First\n\n\tsecond ')).toBe('First second')
})

test('a long text ends with a whole emoji', () => {
  const family = '👩‍👩‍👧‍👦'
  const cut = brief(family.repeat(500))
  expect(cut.length).toBeLessThanOrEqual(161)
  expect(cut.slice(0, -1).replaceAll(family, '')).toBe('')
  expect(cut.endsWith('…')).toBe(true)
})

test('a letter under ten thousand marks is cut too', () => {
  expect(brief(`Z${'\u0327'.repeat(10_000)}`).length).toBeLessThanOrEqual(161)
  expect(brief('x'.repeat(4000))).toBe(`${'x'.repeat(160)}…`)
})
