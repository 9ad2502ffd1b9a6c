import { expect, test } from 'vitest'
import { createWindows } from './windows.ts'

const rule = { max: 3, seconds: 60 }

test('lets as many attempts through as the rule says, for each key', () => {
  const { attempt } = createWindows()
  for (const key of ['a', 'b']) {
    expect([1, 2, 3].map(() => attempt(key, rule))).toEqual([0, 0, 0])
    expect(attempt(key, rule)).toBeGreaterThan(59_000)
  }
})

test('opens again when the window ends, however often somebody knocked in between', () => {
  let now = 1_000_000
  const { attempt } = createWindows({ now: () => now })
  const opened = []
  for (let second = 0; second < 130; second += 1) {
    now = 1_000_000 + second * 1000
    if (attempt('a', rule) === 0) opened.push(second)
  }
  expect(opened).toEqual([0, 1, 2, 61, 62, 63, 122, 123, 124])
})

test('can forget', () => {
  const { attempt, forget } = createWindows()
  for (let each = 0; each < 5; each += 1) attempt('a', rule)
  forget('a')
  expect(attempt('a', rule)).toBe(0)
})

test('keeps only so many keys', () => {
  const { attempt } = createWindows({ keys: 2 })
  for (let each = 0; each < 4; each += 1) attempt('a', rule)
  attempt('b', rule)
  attempt('c', rule)
  expect(attempt('a', rule)).toBe(0)
})
