import { expect, test } from 'vitest'
import { hasLooseBraces } from './looseBraces.ts'

test('half a variable is noticed; whole ones, known or not, are not half', () => {
  expect(hasLooseBraces('Hello {{customer.name}')).toBe(true)
  expect(hasLooseBraces('Hello {customer.name}}')).toBe(true)
  expect(hasLooseBraces('Hello {{customer.name}} {{ job.title }} {{nonsense}}')).toBe(false)
  expect(hasLooseBraces('A set is written {1, 2}')).toBe(false)
})
