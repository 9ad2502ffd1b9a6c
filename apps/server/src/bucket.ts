/**
 * A token bucket: a burst at once, then so much per second.
 */
export function createBucket(burst: number, perSecond: number, now = () => performance.now()) {
  let level = burst
  let filledAt = now()
  /** Takes `amount` if there is as much; says whether there was. */
  return (amount: number): boolean => {
    const at = now()
    level = Math.min(burst, level + ((at - filledAt) / 1000) * perSecond)
    filledAt = at
    if (amount > level) return false
    level -= amount
    return true
  }
}
