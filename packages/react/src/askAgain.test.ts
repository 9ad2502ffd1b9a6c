import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { askAgain } from './askAgain.ts'

function refusal(reason: string) {
  const data = { reason }
  return new TRPCClientError('refused', { result: { error: { code: -32000, message: '', data } } })
}

test.each([
  ['NOT_FOUND', false],
  ['FORBIDDEN', false],
  ['INVALID_INPUT', false],
  ['UNAVAILABLE', true],
  ['RATE_LIMITED', true],
  ['INTERNAL', true],
])('a query refused with %s is asked again: %s', (reason, again) => {
  expect(askAgain(0, refusal(reason))).toBe(again)
})

test('without an answer it is asked again, three times; a fault of our own is not', () => {
  const lost = new TRPCClientError('the socket closed')
  expect([0, 1, 2, 3].map(failures => askAgain(failures, lost))).toEqual([true, true, true, false])
  expect(askAgain(0, new TypeError('a fault'))).toBe(false)
})
