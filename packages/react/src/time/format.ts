/** Moments as people say them, in the reader's zone. */

import { words } from '../words/words.ts'
import { locale } from './locale.ts'
import { zoned } from './zoned.ts'

const time = zoned({ hour: 'numeric', minute: '2-digit' })
const exact = zoned({ dateStyle: 'full', timeStyle: 'medium' })
const weekday = zoned({ weekday: 'long' })
const shortWeekday = zoned({ weekday: 'short' })
const dayThisYear = zoned({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const dayAnyYear = zoned({ dateStyle: 'long' })
const shortDay = zoned({ day: 'numeric', month: 'short' })
const shortDate = zoned({ dateStyle: 'short' })
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const counting = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime()
}

/** Whole calendar days from `moment` to `now`, summer time or not. */
function daysAgo(moment: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(moment)) / 86_400_000)
}

export function timeOf(at: string): string {
  return time(new Date(at))
}

export function exactTimeOf(at: string): string {
  return exact(new Date(at))
}

/** The day and the time, for a line that has room for both. */
export function momentOf(at: string, now = new Date()): string {
  const ago = daysAgo(new Date(at), now)
  return ago <= 0 ? timeOf(at) : words.moment(briefTimeOf(at, now), timeOf(at))
}

/** A day whatever today is. */
export function dateOf(at: string): string {
  return dayAnyYear(new Date(at))
}

/** The heading above a day's messages. */
export function dayOf(at: string, now = new Date()): string {
  const moment = new Date(at)
  // Tomorrow is where the server's clock is ahead around midnight.
  const ago = Math.max(daysAgo(moment, now), 0)
  if (ago <= 1) return capitalised(relative.format(-ago, 'day'))
  if (ago > 1 && ago < 7) return weekday(moment)
  return moment.getFullYear() === now.getFullYear() ? dayThisYear(moment) : dayAnyYear(moment)
}

/** When somebody was last there: counted while it is minutes, then the time, then the day. */
export function lastSeenOf(at: string, now = new Date()): string {
  const moment = new Date(at)
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000)
  if (minutes < 1) return words.presence.seenJustNow
  if (minutes < 60) return words.presence.seen(counting.format(-minutes, 'minute'))
  const ago = daysAgo(moment, now)
  if (ago === 0) return words.presence.seenAt(time(moment))
  if (ago === 1) return `${capitalised(relative.format(-1, 'day'))} ${time(moment)}`
  return words.presence.seen(briefTimeOf(at, now))
}

/** The moment as a list has room for it. */
export function briefTimeOf(at: string, now = new Date()): string {
  const moment = new Date(at)
  const ago = daysAgo(moment, now)
  if (ago <= 0) return time(moment)
  if (ago === 1) return capitalised(relative.format(-1, 'day'))
  if (ago < 7) return shortWeekday(moment)
  return moment.getFullYear() === now.getFullYear() ? shortDay(moment) : shortDate(moment)
}
