import { Refusal, refusalOf } from '@parley/core/refusal'
import type { Reason } from '@parley/protocol/reasons'
import { TRPCError } from '@trpc/server'
import * as z from 'zod/mini'

/** tRPC's code for each reason. */
const codes = {
  INVALID_INPUT: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  TOO_MANY_CONNECTIONS: 'TOO_MANY_REQUESTS',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<Reason, TRPCError['code']>

/** What tRPC itself refuses with, before a procedure of ours is reached. */
const ownReasons: Partial<Record<TRPCError['code'], Reason>> = {
  BAD_REQUEST: 'INVALID_INPUT',
  PARSE_ERROR: 'INVALID_INPUT',
  METHOD_NOT_SUPPORTED: 'INVALID_INPUT',
  UNSUPPORTED_MEDIA_TYPE: 'INVALID_INPUT',
  NOT_FOUND: 'NOT_FOUND',
  PAYLOAD_TOO_LARGE: 'TOO_LARGE',
}

/** Anything thrown, as the error that leaves the router; the one place where that is decided. */
export function outgoingError(error: unknown): TRPCError {
  const refusal = refusalFrom(error)
  return new TRPCError({
    code: codes[refusal.reason],
    message: refusal.message,
    cause: refusal,
  })
}

function refusalFrom(error: unknown): Refusal {
  if (!(error instanceof TRPCError)) return refusalOf(error)
  if (error.cause instanceof Refusal) return error.cause
  if (error.cause instanceof z.core.$ZodError) return invalidInput(error.cause)
  const reason = ownReasons[error.code]
  return reason ? new Refusal(reason, error.message) : refusalOf(error.cause ?? error)
}

/** Names the first field at fault, as a path. */
function invalidInput({ issues }: z.core.$ZodError): Refusal {
  const [issue] = issues
  const field = issue?.path.join('.') || 'input'
  return new Refusal('INVALID_INPUT', `${field}: ${issue?.message ?? 'is not valid'}`, { field })
}

/** What an error's `data` says on the wire: a reason, never a stack. */
export function errorData(error: TRPCError) {
  const { reason, field, retryAfterMs } = refusalFrom(error)
  return {
    reason,
    ...(field === undefined ? {} : { field }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}
