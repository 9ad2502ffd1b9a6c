/**
 * The outbox's own limit: it waits before the server would have to refuse. Other devices
 * spend from the same budget, so a refusal is still possible; then all of the outbox waits.
 */
import { type Clock, sleep } from './clock.ts'

export interface Pace {
  /** Resolves when a message may go, and counts it. */
  turn(): Promise<void>
  /** The server said when there will be room again. */
  hold(ms: number): void
}

const windowMs = 60_000

/** @param perMinute how many messages the server takes, as far as it is known */
export function createPace(clock: Clock, perMinute: () => number): Pace {
  /** When those of the last minute went. */
  let gone: number[] = []
  /** A hold that lies in the future began before the clock was set back, and is over. */
  let held = { at: 0, ms: 0 }

  /** Milliseconds until there is room. */
  function wait(): number {
    const now = clock.now()
    gone = gone.filter(at => at > now - windowMs && at <= now)
    const first = gone.at(-perMinute())
    const free = first === undefined ? now : first + windowMs
    const heldUntil = held.at <= now ? held.at + held.ms : now
    return Math.max(free, heldUntil) - now
  }

  return {
    async turn() {
      for (let ms = wait(); ms > 0; ms = wait()) await sleep(clock, ms)
      gone.push(clock.now())
    },
    hold(ms) {
      const now = clock.now()
      if (held.at > now || held.at + held.ms < now + ms) held = { at: now, ms }
    },
  }
}
