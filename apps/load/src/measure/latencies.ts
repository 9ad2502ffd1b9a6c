/** Many short times, of which one wants percentiles: a high dynamic range histogram. */
import { createHistogram } from 'node:perf_hooks'

export interface Latencies {
  record(ms: number): void
  percentile(share: number): number
  max(): number
  count(): number
}

export function createLatencies(): Latencies {
  const histogram = createHistogram({ figures: 3 })
  const ms = (micros: number) => micros / 1000
  return {
    record(time) {
      histogram.record(Math.max(1, Math.round(time * 1000)))
    },
    percentile: share => ms(histogram.percentile(share)),
    max: () => (histogram.count === 0 ? 0 : ms(histogram.max)),
    count: () => histogram.count,
  }
}

/** How long each of many calls took, one after the other; `warmUp` more before are not counted. */
export async function timed(
  times: number,
  warmUp: number,
  act: (at: number) => Promise<unknown>,
): Promise<Latencies> {
  const latencies = createLatencies()
  for (let at = 0; at < warmUp + times; at += 1) {
    const begun = performance.now()
    await act(at)
    if (at >= warmUp) latencies.record(performance.now() - begun)
  }
  return latencies
}
