/**
 * The outbox's own limit: it waits before the server would have to refuse. Other devices
 * spend from the same budget, so a refusal is still possible; then all of the outbox waits.
 */
import { type Clock, sleep } from './clock.ts'
import { type Readable, writable } from './readable.ts'

export interface Pace {
  /** Resolves when a message may go, and counts it. */
  turn(): Promise<void>
  /** The server said when there will be room again. */
  hold(ms: number): void
  /** When what waits will go; nothing while there is room. */
  readonly until: Readable<number | undefined>
}

const windowMs = 60_000

/** @param perMinute how many messages the server takes, as far as it is known */
export function createPace(clock: Clock, perMinute: () => number): Pace {
  /** When those of the last minute went. */
  let gone: number[] = []
  /** A hold that lies in the future began before the clock was set back, and is over. */
  let held = { at: 0, ms: 0 }
  const until = writable<number | undefined>(undefined)

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
      for (let ms = wait(); ms > 0; ms = wait()) {
        until.set(clock.now() + ms)
        await sleep(clock, ms)
      }
      until.set(undefined)
      gone.push(clock.now())
    },
    until,
    hold(ms) {
      const now = clock.now()
      if (held.at > now || held.at + held.ms < now + ms) held = { at: now, ms }
    },
  }
}
