import { expect, test } from 'vitest'
import { addressOf, chosenIn, tabsOf } from './tabs.ts'

const totals = { waiting: 0, sent: 3, delivered: 0, read: 2, failed: 1, cancelled: 0 }

test('what is shown comes back from its address, and nonsense shows all', () => {
  for (const only of ['failed', undefined] as const)
    expect(chosenIn(new URL(addressOf('b1', only), 'http://x').search)).toBe(only)
  expect(chosenIn('?only=nonsense')).toBeUndefined()
})

test('there is a part for each state that somebody is in, and for the one that is shown', () => {
  const shown = (chosen?: 'waiting') =>
    tabsOf({ total: 6, totals }, chosen).map(({ only, count }) => [only, count])
  expect(shown()).toEqual([
    [undefined, 6],
    ['sent', 3],
    ['read', 2],
    ['failed', 1],
  ])
  expect(shown('waiting')).toContainEqual(['waiting', 0])
})
