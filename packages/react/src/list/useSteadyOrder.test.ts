import { expect, test } from 'vitest'
import { listed } from '../testing/listed.ts'
import { steady } from './useSteadyOrder.ts'

function order(live: string, held: string): string {
  const items = [...live].map(listed)
  return steady(items, [...held])
    .map(({ id }) => id)
    .join('')
}

test('holds the order of those that were there', () => {
  expect(order('cab', 'abc')).toBe('abc')
})

test('lets new ones in where the live order has them', () => {
  expect(order('xcab', 'abc')).toBe('xabc')
  expect(order('cxab', 'abc')).toBe('axbc')
})

test('drops those that are gone', () => {
  expect(order('ca', 'abc')).toBe('ac')
})
