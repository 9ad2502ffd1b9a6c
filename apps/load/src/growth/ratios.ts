/** What stays flat and what grows between the smallest and the largest of an axis. */
import type { Measurements } from './measurePoint.ts'

/** Below it a figure counts as flat: so much it may differ between two runs of the same. */
const flat = 1.5

/** Milliseconds below this are the clock and the network, whatever their ratio. */
const negligible: Record<string, number> = { ms: 0.5, MiB: 5 }

export function growthOf(smallest: Measurements, largest: Measurements): string[] {
  const grown: string[] = []
  const stayed: string[] = []
  for (const [at, { what, value, unit }] of largest.figures.entries()) {
    const before = smallest.figures[at]?.value ?? 0
    const ratio = before === 0 ? 1 : value / before
    const isFlat = ratio < flat || value - before < (negligible[unit] ?? 0)
    const words = `${what} x ${ratio.toFixed(ratio < 10 ? 1 : 0)}`
    if (isFlat) stayed.push(words)
    else grown.push(words)
  }
  const times = (largest.point.size / smallest.point.size).toFixed(0)
  const from = `From ${smallest.point.name} to ${largest.point.name} (x ${times})`
  return [
    `${from}, what stays flat: ${stayed.join(', ') || 'nothing'}.`,
    `${from}, what grows: ${grown.join(', ') || 'nothing'}.`,
  ]
}
