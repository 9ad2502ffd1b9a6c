/** How far sending has come, and how fast it goes. */
import type { Broadcast } from '@parley/protocol/bulk'

type Counts = Pick<Broadcast, 'total' | 'totalSent' | 'totalFailed'>

export function doneOf({ totalSent, totalFailed }: Counts): number {
  return totalSent + totalFailed
}

const steps = 4

/** The last quarter that was reached: those who listen hear no more often than that. */
export function stepOf(counts: Counts): number {
  return counts.total === 0 ? 1 : Math.floor((doneOf(counts) / counts.total) * steps) / steps
}

/** How many were done at a moment, in milliseconds. */
export interface Sample {
  at: number
  done: number
}

const windowMs = 5_000

/** The samples of the last seconds with one more, and at least the one before. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const recent = samples.filter(({ at }) => sample.at - at <= windowMs)
  return [...(recent.length > 0 ? recent : samples.slice(-1)), sample]
}

/** Recipients a second over the last seconds; nothing before there are two samples. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < 200) return undefined
  return Math.round(((last.done - first.done) / (last.at - first.at)) * 1000)
}
