import { expect, test } from 'vitest'
import { inserted } from './inserted.ts'

test('a variable stands where the cursor was, which goes behind it', () => {
  const next = inserted('Hello , how are you?', { start: 6, end: 6 }, 'customer.name')
  expect(next.text).toBe('Hello {{customer.name}}, how are you?')
  expect(next.text.slice(next.cursor)).toBe(', how are you?')
})

test('it takes the place of what was marked', () => {
  const next = inserted('Hello NAME!', { start: 6, end: 10 }, 'customer.firstName')
  expect(next.text).toBe('Hello {{customer.firstName}}!')
})
