import { useNow } from '@parley/react/time/useNow'
import { useEffect, useState } from 'react'
import { rateOf, type Sample, withSample } from './progress.ts'

/** How many a second there were lately; it sinks when nothing comes any more. */
export function useRate(done: number): number | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const now = useNow(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second is a sample as well
  useEffect(() => {
    setSamples(before => withSample(before, { at: performance.now(), done }))
  }, [done, now])
  return rateOf(samples)
}
