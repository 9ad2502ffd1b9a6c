/** A day and time as they stand in a field, in the zone of whoever typed them. */
import type { Issue } from '../../words/composeWords.ts'

type Moment = { at: Date; isSkipped: boolean } | { issue: Issue }

/**
 * The moment that is meant. Where the clocks go forward over it, the one that as much later; where
 * they go back and it comes twice, the first.
 */
export function momentOf(local: string, now: number): Moment {
  const at = new Date(local)
  if (local === '' || Number.isNaN(at.getTime())) return { issue: 'noTime' }
  if (at.getTime() <= now) return { issue: 'past' }
  if (at > yearAfter(now)) return { issue: 'tooFar' }
  return { at, isSkipped: localOf(at) !== local.slice(0, 16) }
}

/** When it goes; with neither, now. */
export function dueOf(local: string | undefined, now: number): { at?: Date; issue?: Issue } {
  return local === undefined ? {} : momentOf(local, now)
}

/** As the field has it. */
export function localOf(moment: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** What one begins with: when people begin to work. */
export function tomorrowMorning(now: number): string {
  const today = new Date(now)
  return localOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, 9))
}

function yearAfter(now: number): Date {
  const then = new Date(now)
  then.setFullYear(then.getFullYear() + 1)
  return then
}
