import { afterEach, beforeEach, expect, test } from 'vitest'
import { briefTimeOf, dayOf, exactTimeOf, lastSeenOf, momentOf, timeOf } from './format.ts'

let before: string | undefined
beforeEach(() => {
  before = process.env.TZ
})
afterEach(() => {
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
})

/** As when a device is told that it is somewhere else now. */
function travelTo(zone: string): void {
  process.env.TZ = zone
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
}

const noon = '2026-06-15T12:00:00.000Z'

test('whoever travels while the page is open reads the clock of where they are', () => {
  travelTo('America/New_York')
  expect(timeOf(noon)).toMatch(/^8:00.AM$/)
  travelTo('Asia/Tokyo')
  expect(timeOf(noon)).toMatch(/^9:00.PM$/)
  expect(exactTimeOf(noon)).toMatch(/9:00:00.PM/)
  travelTo('Pacific/Auckland') // where it is midnight then
  const soonAfter = new Date('2026-06-15T12:30:00.000Z')
  expect(dayOf('2026-06-15T11:59:00.000Z', soonAfter)).toBe('Yesterday')
  expect(dayOf(noon, soonAfter)).toBe('Today')
})

test('a day that is an hour longer or shorter is one day', () => {
  travelTo('America/New_York') // 1 November 2026 has 25 hours, 8 March has 23
  expect(dayOf('2026-11-01T04:30:00.000Z', new Date('2026-11-02T04:30:00.000Z'))).toBe('Today')
  expect(dayOf('2026-11-01T03:30:00.000Z', new Date('2026-11-02T04:30:00.000Z'))).toBe('Yesterday')
  expect(dayOf('2026-03-08T05:30:00.000Z', new Date('2026-03-09T04:30:00.000Z'))).toBe('Yesterday')
})

test('a day that begins at one o’clock, and one that never was, are no trouble', () => {
  travelTo('Africa/Cairo') // on 24 April 2026 midnight is skipped
  const justAfter = new Date('2026-04-23T22:10:00.000Z')
  expect(dayOf('2026-04-23T21:30:00.000Z', justAfter)).toBe('Yesterday')
  expect(dayOf('2026-04-23T22:05:00.000Z', justAfter)).toBe('Today')
  travelTo('Pacific/Apia') // 30 December 2011 was left out
  expect(dayOf('2011-12-29T20:00:00.000Z', new Date('2011-12-31T08:00:00.000Z'))).toBe('Yesterday')
})

test('the half past one that comes twice is told twice, in the order it came', () => {
  travelTo('Europe/Berlin')
  const now = new Date('2026-10-25T02:00:00.000Z')
  expect(timeOf('2026-10-25T00:30:00.000Z')).toBe(timeOf('2026-10-25T01:30:00.000Z'))
  expect(lastSeenOf('2026-10-25T01:30:00.000Z', now)).toBe('Last seen 30 minutes ago')
  expect(lastSeenOf('2026-10-25T00:30:00.000Z', now)).toMatch(/^Last seen at 2:30/)
})

test('a server whose clock is ahead says nothing from tomorrow', () => {
  travelTo('UTC')
  const now = new Date('2026-06-15T23:59:30.000Z')
  const ahead = '2026-06-16T00:00:10.000Z'
  expect(dayOf(ahead, now)).toBe('Today')
  expect(briefTimeOf(ahead, now)).toMatch(/12:00/)
  expect(momentOf(ahead, now)).toMatch(/12:00/)
  expect(lastSeenOf(ahead, now)).toBe('Last seen just now')
  // A device that is months behind has worse troubles, but still reads something true.
  expect(timeOf('2027-01-01T10:00:00.000Z')).toMatch(/10:00/)
})
