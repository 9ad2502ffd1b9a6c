import { failures } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { whyOf } from './whyOf.ts'

test('every reason has words of its own, and somebody who got it has none', () => {
  const all = failures.map(reason => whyOf({ reason }, 'Hello'))
  expect(new Set(all).size).toBe(failures.length)
  for (const why of all) expect(why).toMatch(/^[A-Z].+\.$/)
  expect(whyOf({}, 'Hello')).toBeUndefined()
})

test('nobody is told that they are blocked', () => {
  expect(whyOf({ reason: 'BLOCKED' }, 'Hello')).toBe('Not delivered.')
})

test('the variables that may have had no value are named', () => {
  const text = 'Dear {{customer.firstName}}, {{job.title}} costs {{job.price}}.'
  expect(whyOf({ reason: 'MISSING_VALUE' }, text)).toBe(
    'No value for {{job.title}} or {{job.price}}.',
  )
})
