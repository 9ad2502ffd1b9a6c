/** Time, handed in, so that tests let a day pass in a moment. */
export interface Clock {
  now(): number
  /** @returns what calls it off */
  after(ms: number, act: () => void): () => void
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, act) {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

/** A clock whose timers all end together, so that a closed client leaves nothing running. */
export function endingClock(clock: Clock): Clock & { end(): void } {
  const running = new Set<() => void>()
  let ended = false
  return {
    now: clock.now,
    after(ms, act) {
      if (ended) return () => {}
      const cancel = clock.after(ms, () => {
        running.delete(cancel)
        act()
      })
      running.add(cancel)
      return () => {
        running.delete(cancel)
        cancel()
      }
    },
    end() {
      ended = true
      for (const cancel of running) cancel()
      running.clear()
    },
  }
}

export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => {
    clock.after(ms, resolve)
  })
}
