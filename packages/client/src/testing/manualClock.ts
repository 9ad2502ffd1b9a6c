import type { Clock } from '../clock.ts'

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets time pass: timers run in their order, and what they set off has settled between them. */
  advance(ms: number): Promise<void>
  /** Lets what was set off run, in no time. */
  settle(): Promise<void>
  /** Time passes and the timers stand still: the machine sleeps. */
  sleep(ms: number): void
  /** How many timers wait. */
  waiting(): number
}

interface Timer {
  at: number
  number: number
  act: () => void
}

export function createManualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  const timers = new Set<Timer>()
  let now = start
  let number = 0

  function due(until: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of timers) {
      if (timer.at > until) continue
      if (!first || timer.at < first.at || (timer.at === first.at && timer.number < first.number))
        first = timer
    }
    return first
  }

  const settle = () => new Promise<void>(resolve => setImmediate(resolve))

  return {
    now: () => now,
    after(ms, act) {
      number += 1
      const timer = { at: now + ms, number, act }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let timer = due(until); timer; timer = due(until)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.act()
        await settle()
      }
      now = until
    },
    settle,
    sleep(ms) {
      now += ms
      for (const timer of timers) timer.at += ms
    },
    waiting: () => timers.size,
  }
}
