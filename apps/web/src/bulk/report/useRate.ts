import { useEffect, useState } from 'react'
import { rateOf, type Sample, withSample } from './progress.ts'

/** How many a second there were lately. */
export function useRate(done: number): number | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  useEffect(() => {
    setSamples(before => withSample(before, { at: performance.now(), done }))
  }, [done])
  return rateOf(samples)
}
