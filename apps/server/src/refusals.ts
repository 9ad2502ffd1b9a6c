/**
 * Errors of the shell in the words of the router: its error formatter is the one place where
 * an error becomes a reason, so it is asked here too.
 */
import { Refusal } from '@parley/core/refusal'
import type { Reason } from '@parley/protocol/reasons'
import { type AnyTRPCRouter, getTRPCErrorShape, TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import { type Outcome, outcomeOf } from './outcome.ts'

export type ShellRefusal = { code: TRPC_ERROR_CODE_KEY; reason: Reason; message: string }

/** The body of a refusal, as if a procedure had given it. */
export function refusalShape(router: AnyTRPCRouter, { code, reason, message }: ShellRefusal) {
  const error = new TRPCError({ code, message, cause: new Refusal(reason, message) })
  return shapeOf(router, error)
}

function shapeOf(router: AnyTRPCRouter, error: TRPCError) {
  return getTRPCErrorShape({
    config: router._def._config,
    error,
    type: 'unknown',
    path: undefined,
    input: undefined,
    ctx: undefined,
  })
}

export function reasonOf(router: AnyTRPCRouter, error: TRPCError): Outcome {
  return outcomeOf(shapeOf(router, error))
}
