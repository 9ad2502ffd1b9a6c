/** Calls at a rate that does not wait for answers, at moments as random as people's. */
import { setTimeout as pause } from 'node:timers/promises'
import { createLatencies, type Latencies } from './latencies.ts'

interface Pace {
  perSecond: number
  seconds: number
  act: () => void
}

/** @returns how late the calls were: much, and the machine was too small for the load */
export async function atPace({ perSecond, seconds, act }: Pace): Promise<Latencies> {
  const lateness = createLatencies()
  const begun = performance.now()
  let due = untilNext(perSecond)
  while (due < seconds * 1000) {
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
