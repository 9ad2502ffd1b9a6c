import { Refused } from '@parley/client/refused'
import { isReason, type Reason } from '@parley/protocol/reasons'

/** Why an act did not succeed, whether the client refused it or a call brought it back. */
export function reasonOf(error: unknown): Reason {
  return answerIn(error) ?? 'UNAVAILABLE'
}

/** @returns nothing where no answer came, which says nothing about the server where one hung up. */
export function answerIn(error: unknown): Reason | undefined {
  if (error instanceof Refused) return error.reason
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined
  const { data } = error
  if (typeof data !== 'object' || data === null || !('reason' in data)) return undefined
  return isReason(data.reason) ? data.reason : 'INTERNAL'
}
