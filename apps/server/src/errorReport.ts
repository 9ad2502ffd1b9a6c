/**
 * What the log says of a failed call: its procedure and its reason. Only what we did not
 * foresee is an error, with its cause; never what was asked.
 */
import type { AnyTRPCRouter, TRPCError } from '@trpc/server'
import type { Log } from './log.ts'
import { reasonOf } from './refusals.ts'

type Failed = { error: TRPCError; path: string | undefined; type: string }

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : ''
}

/** A peer that breaks the protocol of sockets or just goes away, not a fault of ours. */
export function isPeersFault(cause: unknown): boolean {
  return /^WS_ERR_|^ECONNRESET$|^EPIPE$|^ERR_STREAM_PREMATURE_CLOSE$/.test(codeOf(cause))
}

export function errorReporter(
  router: AnyTRPCRouter,
  nameOf: (path: string | undefined) => string,
  log: Log,
) {
  return ({ error, path, type }: Failed): void => {
    const procedure = nameOf(path)
    const reason = reasonOf(router, error)
    if (reason !== 'INTERNAL') log.debug({ procedure, reason }, 'refused')
    else if (isPeersFault(error.cause)) log.debug({ fault: codeOf(error.cause) }, 'peer left')
    else log.error({ procedure, type, err: error.cause ?? error }, 'failed')
  }
}
