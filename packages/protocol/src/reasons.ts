/**
 * Why a call was refused: the closed list that stands in `data.reason` of every error.
 *
 * "retry" means the same call may succeed later; "final" means that it never will, so a
 * sender must not repeat it by itself.
 */
const reasons = {
  INVALID_INPUT: 'final',
  UNAUTHENTICATED: 'retry', // with a fresh token
  FORBIDDEN: 'final',
  NOT_FOUND: 'final',
  CONFLICT: 'final',
  RATE_LIMITED: 'retry', // after `retryAfterMs`
  TOO_MANY_CONNECTIONS: 'retry',
  TOO_LARGE: 'final',
  UNAVAILABLE: 'retry',
  INTERNAL: 'retry',
} as const satisfies Record<string, 'retry' | 'final'>

export type Reason = keyof typeof reasons

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(reasons, value)
}

export function mayRetry(reason: Reason): boolean {
  return reasons[reason] === 'retry'
}
