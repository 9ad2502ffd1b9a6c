import type { Reason } from '@parley/protocol/reasons'

/** What an act throws when it says no: a reason of the closed list and words for a person. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  /** The input field at fault, for `INVALID_INPUT`. */
  readonly field: string | undefined
  /** How long to wait, for `RATE_LIMITED`. */
  readonly retryAfterMs: number | undefined

  constructor(reason: Reason, message: string, more: { field?: string; retryAfterMs?: number } = {}) {
    super(message)
    this.reason = reason
    this.field = more.field
    this.retryAfterMs = more.retryAfterMs
  }
}
