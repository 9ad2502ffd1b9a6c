import { expect, test } from 'vitest'
import { dueText } from './dueText.ts'

const noon = '2026-11-21T12:00:00.000Z'

test('the time is told in the zone in which it was meant, and where the reader is', () => {
  const { meant, here } = dueText(noon, 'Asia/Tokyo', 'America/New_York')
  expect(meant).toMatch(/21.* 9:00.PM GMT\+9/)
  expect(here).toMatch(/21.* 7:00.AM EST/)
})

test('it is told once where both are the same, and where the zone is not known', () => {
  expect(dueText(noon, 'America/New_York', 'America/New_York').here).toBeUndefined()
  expect(dueText(noon, undefined, 'America/New_York').here).toBeUndefined()
  expect(dueText(noon, 'Moon/Crater', 'America/New_York')).toEqual({
    meant: expect.stringMatching(/EST/),
  })
})

test('summer time is that of the day meant', () => {
  expect(dueText('2027-07-01T12:00:00.000Z', 'America/New_York', 'UTC').meant).toMatch(
    /8:00.AM EDT/,
  )
})
