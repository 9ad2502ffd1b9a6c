import type { Judgement } from '../attempt.ts'

const shownMax = 12

/** A judgement as lines for the terminal. */
export function linesOf({ problems, figures, notRun, seconds }: Judgement): string {
  if (notRun !== undefined) return `  NOT RUN: ${notRun}`
  const told = Object.entries(figures).map(
    ([what, value]) => `  ${String(value).padStart(12)}  ${what}`,
  )
  const wrong = problems.slice(0, shownMax).map(problem => `  WRONG: ${problem}`)
  const more = problems.length - shownMax
  const rest = more > 0 ? [`  ... and ${more} more`] : []
  const verdict = problems.length === 0 ? `  held (${seconds} s)` : `  did not hold (${seconds} s)`
  return [...told, ...wrong, ...rest, verdict].join('\n')
}
