/** Percentiles of what was timed, as figures of a verdict. */
export function percentile(times: readonly number[], share: number): number {
  const ascending = times.toSorted((a, b) => a - b)
  const at = Math.min(ascending.length - 1, Math.ceil((share / 100) * ascending.length) - 1)
  return Math.round(ascending[Math.max(0, at)] ?? 0)
}
