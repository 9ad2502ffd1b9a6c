import { expect, test } from 'vitest'
import type { Figure } from '../scenario.ts'
import { pointsOf } from './points.ts'
import { growthOf } from './ratios.ts'

const [small, , large] = pointsOf('rows', 10_000_000)

function measured(point: typeof small, values: [string, number, Figure['unit']][]) {
  if (!point) throw new Error('there are three points')
  return { point, notes: [], figures: values.map(([what, value, unit]) => ({ what, value, unit })) }
}

test('what grows is told from what stays flat, and from what is too small to say', () => {
  const before = measured(small, [
    ['send', 2, 'ms'],
    ['list', 2, 'ms'],
    ['history', 0.1, 'ms'],
    ['disk', 50, 'MiB'],
  ])
  const after = measured(large, [
    ['send', 2.2, 'ms'],
    ['list', 9, 'ms'],
    ['history', 0.3, 'ms'],
    ['disk', 5000, 'MiB'],
  ])
  expect(growthOf(before, after)).toEqual([
    'From 100,000 messages to 10,000,000 messages (x 100), what stays flat: send x 1.1, history x 3.0.',
    'From 100,000 messages to 10,000,000 messages (x 100), what grows: list x 4.5, disk x 100.',
  ])
})

test('an axis changes one thing and can be cut short', () => {
  const points = pointsOf('conversations', 100)
  expect(points.map(({ size }) => size)).toEqual([10, 100])
  expect(new Set(points.map(({ connections }) => connections)).size).toBe(1)
  expect(points.map(({ population }) => population.busy)).toEqual([10, 100])
})
