/** Calls at a rate that does not wait for answers, at moments as random as people's. */
import { setTimeout as pause } from 'node:timers/promises'
import { createLatencies, type Latencies } from './latencies.ts'

interface Pace {
  perSecond: number
  /** For so long, */
  seconds?: number
  /** or until this is so. */
  isOver?: () => boolean
  act: () => void
}

/** @returns how late the calls were: much, and the machine was too small for the load */
export async function atPace(pace: Pace): Promise<Latencies> {
  const { perSecond, seconds = Number.POSITIVE_INFINITY, isOver = () => false, act } = pace
  const lateness = createLatencies()
  const begun = performance.now()
  let due = untilNext(perSecond)
  while (due < seconds * 1000 && !isOver()) {
    const wait = begun + due - performance.now()
    if (wait > 0) await pause(wait)
    lateness.record(Math.max(0, performance.now() - begun - due))
    act()
    due += untilNext(perSecond)
  }
  return lateness
}

/** Independent arrivals: the gaps between them are distributed exponentially. */
function untilNext(perSecond: number): number {
  return (-Math.log(1 - Math.random()) / perSecond) * 1000
}
