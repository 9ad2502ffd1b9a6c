import { isReason, mayRetry } from '@parley/protocol/reasons'
import { TRPCClientError } from '@trpc/client'

const most = 3

/** Whether a query that failed is made again: by the reason of its refusal, or because no answer came. */
export function askAgain(failures: number, error: unknown): boolean {
  if (failures >= most || !(error instanceof TRPCClientError)) return false
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('reason' in data)) return true
  return isReason(data.reason) && mayRetry(data.reason)
}
