import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { problemsOf } from './problemsOf.ts'

test('a name needs something to see, a text something to say', () => {
  expect(problemsOf('Hello', 'Hello {{customer.firstName}}')).toEqual({})
  expect(problemsOf(' \u200b ', 'Hello').name).toBe('noName')
  expect(problemsOf('Hello', ' \n ').text).toBe('noText')
})

test('characters are counted as the server counts them', () => {
  expect(problemsOf('Hello', '🦊'.repeat(limits.textMax)).text).toBeUndefined()
  expect(problemsOf('Hello', '🦊'.repeat(limits.textMax + 1)).text).toBe('tooLong')
})

test('a variable that there is not is refused', () => {
  expect(problemsOf('Hello', 'Hello {{customer.shoeSize}}').text).toBe('unknownVariable')
})
