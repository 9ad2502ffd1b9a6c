import { afterAll, beforeAll, expect, test } from 'vitest'
import { localOf, momentOf, tomorrowMorning } from './momentOf.ts'

const zone = process.env.TZ
beforeAll(() => {
  process.env.TZ = 'Europe/Berlin'
})
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const now = Date.parse('2026-03-20T12:00:00Z')
const isoOf = (local: string) => {
  const moment = momentOf(local, now)
  return 'at' in moment ? [moment.at.toISOString(), moment.isSkipped] : moment.issue
}

test('a day and time are meant in the zone of whoever typed them, in summer as in winter', () => {
  expect(isoOf('2026-03-21T09:30')).toEqual(['2026-03-21T08:30:00.000Z', false])
  expect(isoOf('2026-07-21T09:30')).toEqual(['2026-07-21T07:30:00.000Z', false])
})

test('a time that the clocks go over is as much later, and that is said', () => {
  expect(isoOf('2026-03-29T02:30')).toEqual(['2026-03-29T01:30:00.000Z', true])
  expect(localOf(new Date('2026-03-29T01:30:00Z'))).toBe('2026-03-29T03:30')
})

test('a time that comes twice is the first of both', () => {
  expect(isoOf('2026-10-25T02:30')).toEqual(['2026-10-25T00:30:00.000Z', false])
})

test('what is no time, has passed, or is more than a year ahead is not meant', () => {
  expect(isoOf('')).toBe('noTime')
  expect(isoOf('soon')).toBe('noTime')
  expect(isoOf('2026-03-20T13:00')).toBe('past')
  expect(isoOf('2026-03-20T13:01')).toEqual(['2026-03-20T12:01:00.000Z', false])
  expect(isoOf('2027-03-20T13:00')).toEqual(['2027-03-20T12:00:00.000Z', false])
  expect(isoOf('2027-03-20T13:01')).toBe('tooFar')
})

test('one begins with the next morning, also over the end of a month', () => {
  expect(tomorrowMorning(now)).toBe('2026-03-21T09:00')
  expect(tomorrowMorning(Date.parse('2026-12-31T12:00:00Z'))).toBe('2027-01-01T09:00')
})
