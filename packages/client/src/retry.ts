import { mayRetry } from '@parley/protocol/reasons'
import { Refused, Unanswered } from './refused.ts'

const firstMs = 500
const longestMs = 10_000

/** Doubles with each attempt up to ten seconds; jitter keeps a thousand clients from returning at once. */
export function backoff(attempt: number, random: () => number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2)
}

/** An error of the server's own may pass; one that comes again and again will not. */
const internalErrorsMax = 5

/**
 * How long to wait before the same call is made again, or nothing when it must not be: decided
 * by the reason alone.
 *
 * @param failures how often in a row the call has failed in the same way before
 */
export function retryAfter(
  error: unknown,
  failures: number,
  random: () => number,
): number | undefined {
  if (error instanceof Unanswered) return backoff(failures, random)
  if (!(error instanceof Refused) || !mayRetry(error.reason)) return undefined
  if (error.reason === 'INTERNAL' && failures + 1 >= internalErrorsMax) return undefined
  if (error.retryAfterMs === undefined) return backoff(failures, random)
  return error.retryAfterMs * (1 + random() / 4)
}

export type RetryRule = typeof retryAfter
