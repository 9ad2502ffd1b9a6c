import type { Means } from './insist.ts'
import { type Refused, Unanswered } from './refused.ts'

/** Hears what a subscription brings. */
export interface Listener<T> {
  next(value: T): void
  /** It ended while the line goes on. */
  ended(refusal: Refused | undefined): void
}

/**
 * Asks for a subscription again whenever it ends, ever more seldom while it brings nothing;
 * a refusal that is final ends it.
 *
 * @returns what ends it; after it nothing is heard
 */
export function keepFollowing<T>(
  { clock, random, retry }: Omit<Means, 'online'>,
  follow: (listener: Listener<T>) => () => void,
  onNext: (value: T) => void,
  /** Perhaps it will not be asked for again. */
  onEnded: (isFinal: boolean) => void = () => {},
): () => void {
  let failures = 0
  let isOver = false
  let stop = () => {}

  function begin(): void {
    let isPresent = true
    const end = follow({
      next(value) {
        if (!isPresent || isOver) return
        failures = 0
        onNext(value)
      },
      ended(refusal) {
        if (!isPresent || isOver) return
        isPresent = false
        const ms = retry(refusal ?? new Unanswered('It ended.'), failures, random)
        failures += 1
        if (ms !== undefined) stop = clock.after(ms, begin)
        onEnded(ms === undefined)
      },
    })
    // A subscription may end while it is being asked for.
    if (isPresent) stop = end
  }

  begin()
  return () => {
    isOver = true
    stop()
  }
}
