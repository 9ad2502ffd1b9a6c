import { Refused } from '@parley/client/refused'
import { isReason, type Reason } from '@parley/protocol/reasons'

/** Why an act did not succeed, whether the client refused it or a call brought it back. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof Refused) return error.reason
  if (typeof error !== 'object' || error === null || !('data' in error)) return 'UNAVAILABLE'
  const { data } = error
  if (typeof data !== 'object' || data === null || !('reason' in data)) return 'UNAVAILABLE'
  return isReason(data.reason) ? data.reason : 'INTERNAL'
}
