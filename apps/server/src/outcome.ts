/**
 * How a call ended, in a closed list that metrics and logs can count by.
 */
import { isReason, type Reason } from '@parley/protocol/reasons'

/** `closed`: the socket went before the answer. */
export type Outcome = 'ok' | 'closed' | Reason

/** The reason that the router's error formatter wrote into an error. */
export function outcomeOf(error: unknown): Outcome {
  if (typeof error !== 'object' || error === null || !('data' in error)) return 'INTERNAL'
  const { data } = error
  if (typeof data !== 'object' || data === null || !('reason' in data)) return 'INTERNAL'
  return isReason(data.reason) ? data.reason : 'INTERNAL'
}
