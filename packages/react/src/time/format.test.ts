import { expect, test } from 'vitest'
import { briefTimeOf, dayOf, lastSeenOf } from './format.ts'

const now = new Date(2026, 10, 11, 0, 30) // half an hour into a Wednesday

function at(...moment: [number, number, number, number, number]): string {
  return new Date(...moment).toISOString()
}

test('a day is told by the calendar, not by hours', () => {
  expect(dayOf(at(2026, 10, 11, 0, 5), now)).toBe('Today')
  expect(dayOf(at(2026, 10, 10, 23, 55), now)).toBe('Yesterday')
  expect(dayOf(at(2026, 10, 9, 23, 0), now)).toBe('Monday')
  expect(dayOf(at(2026, 10, 4, 12, 0), now)).toMatch(/November/)
  expect(dayOf(at(2025, 10, 4, 12, 0), now)).toMatch(/2025/)
})

test('a clock that is a little ahead does not make it another day', () => {
  expect(dayOf(at(2026, 10, 11, 0, 31), now)).toBe('Today')
})

test('a list has the time for today and the day for before', () => {
  expect(briefTimeOf(at(2026, 10, 11, 0, 5), now)).toMatch(/05/)
  expect(briefTimeOf(at(2026, 10, 10, 23, 55), now)).toBe('Yesterday')
  expect(briefTimeOf(at(2026, 10, 8, 12, 0), now)).toBe('Sun')
  expect(briefTimeOf(at(2026, 9, 8, 12, 0), now)).toMatch(/Oct/)
})

test('when somebody was last there is counted in minutes, then told by the clock, then by the day', () => {
  const evening = new Date(2026, 10, 11, 18, 0)
  const seen = (...moment: Parameters<typeof at>) => lastSeenOf(at(...moment), evening)
  expect(seen(2026, 10, 11, 18, 1)).toBe('Last seen just now') // their clock is ahead
  expect(lastSeenOf(at(2026, 10, 11, 18, 0), new Date(2026, 10, 11, 18, 1, 59))).toBe(
    'Last seen 1 minute ago',
  )
  expect(seen(2026, 10, 11, 17, 55)).toBe('Last seen 5 minutes ago')
  expect(seen(2026, 10, 11, 14, 20)).toMatch(/^Last seen at .*20/)
  expect(seen(2026, 10, 10, 14, 20)).toMatch(/^Yesterday .*20/)
  expect(seen(2026, 10, 8, 14, 20)).toBe('Last seen Sun')
})
