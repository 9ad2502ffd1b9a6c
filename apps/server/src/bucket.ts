/**
 * A token bucket: a burst at once, then so much per second.
 */
export class Bucket {
  readonly #burst: number
  readonly #perSecond: number
  #level: number
  #filledAt = performance.now()

  constructor(burst: number, perSecond: number) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#level = burst
  }

  /** Takes `amount` if there is as much; says whether there was. */
  take(amount: number): boolean {
    const now = performance.now()
    const gained = ((now - this.#filledAt) / 1000) * this.#perSecond
    this.#level = Math.min(this.#burst, this.#level + gained)
    this.#filledAt = now
    if (amount > this.#level) return false
    this.#level -= amount
    return true
  }
}
