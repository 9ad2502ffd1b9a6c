import { isUnavailable } from '@parley/db/unavailable'
import type { Reason } from '@parley/protocol/reasons'

/** What an act throws when it says no: a reason of the closed list and words for a person. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  /** The input field at fault, for `INVALID_INPUT`. */
  readonly field: string | undefined
  /** How long to wait, for `RATE_LIMITED`. */
  readonly retryAfterMs: number | undefined

  constructor(
    reason: Reason,
    message: string,
    more: { field?: string; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.reason = reason
    this.field = more.field
    this.retryAfterMs = more.retryAfterMs
  }
}

/** What anything thrown means to the caller: this is where the unknown becomes known. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isUnavailable(error)) {
    return new Refusal('UNAVAILABLE', 'The service is not available for a moment.', {
      cause: error,
    })
  }
  return new Refusal('INTERNAL', 'Something went wrong here.', { cause: error })
}
