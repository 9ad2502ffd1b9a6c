import { setTimeout as pause } from 'node:timers/promises'

/**
 * What `find` found within the last `forMs`. While it takes longer than `patienceMs`, or fails,
 * what it found before, if anything.
 */
export function lastKnown<Found>(
  find: () => Promise<Found>,
  { forMs = 5000, patienceMs = 500 } = {},
): () => Promise<Found | undefined> {
  let known: Found | undefined
  let foundAt = Number.NEGATIVE_INFINITY
  let finding: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      known = await find()
      foundAt = performance.now()
    } catch {
      // what was known before has to do
    } finally {
      finding = undefined
    }
  }

  return async () => {
    if (performance.now() - foundAt > forMs) {
      finding ??= look()
      await Promise.race([finding, pause(patienceMs, undefined, { ref: false })])
    }
    return known
  }
}
