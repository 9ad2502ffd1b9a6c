/**
 * From a call to its procedure, and to the last of its answers.
 */
import { FramedSubscription } from '@parley/router/frames'
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  isTrackedEnvelope,
  TRPCError,
} from '@trpc/server'
import type { Answer, Asking, Call } from './call.ts'
import type { errorReporter } from './errorReport.ts'
import { FrameSpeaker } from './frameSpeaker.ts'

export interface Router {
  router: AnyTRPCRouter
  onError: ReturnType<typeof errorReporter>
}

/** Answers with what the procedure gives, or with its error. Rejects when even that cannot be said. */
export async function performCall(
  { router, onError }: Router,
  call: Call,
  { method: type, params }: Asking,
  context: Promise<unknown> | undefined,
  batchIndex: number,
): Promise<void> {
  const { path } = params
  const input = withLastEventId(params)
  let ctx: unknown
  function fail(cause: unknown): void {
    const error = getTRPCErrorFromUnknown(cause)
    onError({ error, path, type })
    const config = router._def._config
    call.answer({ error: getTRPCErrorShape({ config, error, type, path, input, ctx }) })
  }
  const stopping = call.isSubscription ? new AbortController() : undefined
  const signal = stopping?.signal
  if (stopping) call.stop = () => stopping.abort()
  try {
    ctx = await context
    const getRawInput = async () => input
    const result: unknown = signal?.aborted
      ? undefined
      : await callTRPCProcedure({ router, path, getRawInput, ctx, type, signal, batchIndex })
    if (!signal) call.answer({ result: { type: 'data', data: single(result, type) } })
    else if (signal.aborted) call.answer({ result: { type: 'stopped' } })
    else if (result instanceof FramedSubscription) new FrameSpeaker(result.open(), call).start(fail)
    else await sayEach(several(result, path), call, signal, fail)
  } catch (cause) {
    if (signal?.aborted) call.answer({ result: { type: 'stopped' } })
    else fail(cause)
  }
}

/** Where a subscription left off is a part of its input. */
function withLastEventId({ input, lastEventId }: Asking['params']): unknown {
  if (lastEventId === undefined) return input
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return { ...input, lastEventId }
  return input ?? { lastEventId }
}

/** An error of the subscription's own is followed by "stopped", as tRPC has it. */
async function sayEach(
  values: AsyncIterable<unknown>,
  call: Call,
  signal: AbortSignal,
  fail: (cause: unknown) => void,
): Promise<void> {
  call.answer({ result: { type: 'started' } })
  try {
    for await (const value of values) {
      if (signal.aborted) break
      call.answer({ result: resultOf(value) })
    }
  } catch (cause) {
    if (!signal.aborted) fail(cause)
  }
  call.answer({ result: { type: 'stopped' } })
}

function resultOf(value: unknown): Extract<Answer, { result: { type: 'data' } }>['result'] {
  if (!isTrackedEnvelope(value)) return { type: 'data', data: value }
  const [id, data] = value
  return { type: 'data', data: { id, data }, id }
}

function single(result: unknown, type: string): unknown {
  if (!isIterable(result)) return result
  throw new TRPCError({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: `Cannot return an async iterable or observable from a ${type} procedure with WebSockets`,
  })
}

function several(result: unknown, path: string): AsyncIterable<unknown> {
  if (isIterable(result)) return result
  throw new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Subscription ${path} did not return an observable or a AsyncGenerator`,
  })
}

function isIterable(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result
}
