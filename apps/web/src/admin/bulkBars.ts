/** Where the bars of a chart stand, in percent of it: for each day what was sent, and on it what failed. */
interface Day {
  day: string
  sent: number
  failed: number
}

interface Bar extends Day {
  left: number
  width: number
  sentHeight: number
  failedHeight: number
}

/** What there is any of is seen, however much there is of the other. */
const leastHeight = 1.5
/** Between two days, as a share of one. */
const gap = 0.25
const linesMost = 4

/** A round step of whole recipients, so that no more than a few lines are drawn. */
function stepOf(most: number): number {
  const rough = Math.max(1, most / linesMost)
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find(round => round * power >= rough) ?? 10
  return factor * power
}

export function bulkBars(days: readonly Day[]): { bars: Bar[]; lines: number[] } {
  const most = Math.max(1, ...days.map(({ sent, failed }) => sent + failed))
  const step = stepOf(most)
  const top = Math.ceil(most / step) * step
  const lines = Array.from({ length: top / step + 1 }, (_, at) => at * step)
  const room = 100 / Math.max(1, days.length)
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(leastHeight, (count / top) * 100))
  const bars = days.map((day, at) => ({
    ...day,
    left: (at + gap / 2) * room,
    width: (1 - gap) * room,
    sentHeight: heightOf(day.sent),
    failedHeight: heightOf(day.failed),
  }))
  return { bars, lines }
}
