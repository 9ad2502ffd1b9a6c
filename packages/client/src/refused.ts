import type { Reason } from '@parley/protocol/reasons'

/** The server said no, and why. */
export class Refused extends Error {
  override name = 'Refused'
  readonly reason: Reason
  /** How long to wait before asking again, where the server says so. */
  readonly retryAfterMs: number | undefined
  /** The input field at fault, for `INVALID_INPUT`. */
  readonly field: string | undefined

  constructor(
    reason: Reason,
    message: string = reason,
    more: { retryAfterMs?: number; field?: string } = {},
  ) {
    super(message)
    this.reason = reason
    this.retryAfterMs = more.retryAfterMs
    this.field = more.field
  }
}

/** No answer came: whether the server did it nobody here knows. */
export class Unanswered extends Error {
  override name = 'Unanswered'
}

/** What was asked about does not exist for this person, or does not any more. */
export function isGone(error: unknown): boolean {
  return error instanceof Refused && (error.reason === 'NOT_FOUND' || error.reason === 'FORBIDDEN')
}

/** Nobody waits for the answer any more, so it is not asked for. */
export class Unwanted extends Error {
  override name = 'Unwanted'
}
