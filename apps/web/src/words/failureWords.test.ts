import { failures } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { failureIn } from './failureWords.ts'

test('every reason has words of its own', () => {
  const all = failures.map(reason => failureIn(reason))
  expect(new Set(all).size).toBe(failures.length)
  for (const why of all) expect(why).toMatch(/^[A-Z].+\.$/)
})

test('nobody is told that they are blocked', () => {
  expect(failureIn('BLOCKED')).toBe('Not delivered.')
})

test('the variable that has no value is named', () => {
  expect(failureIn('MISSING_VALUE', 'job.price')).toBe('{{job.price}} has no value for them.')
})
