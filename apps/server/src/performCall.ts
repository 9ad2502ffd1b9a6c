/**
 * From a call to its procedure, and to the last of its answers.
 */
import { JsonText } from '@parley/db/jsonText'
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

/** A call, and what is handed to its procedure. */
interface Performing extends Router {
  call: Call
  asking: Asking
  input: unknown
  context: Promise<unknown> | undefined
  batchIndex: number
}

/** Answers with what the procedure gives, or with its error. Rejects when even that cannot be said. */
export function performCall(
  { router, onError }: Router,
  call: Call,
  asking: Asking,
  context: Promise<unknown> | undefined,
  batchIndex: number,
): Promise<void> {
  const input = withLastEventId(asking.params)
  const performing = { router, onError, call, asking, input, context, batchIndex }
  return call.isSubscription ? subscribe(performing) : answerOnce(performing)
}

async function answerOnce(performing: Performing): Promise<void> {
  const { call, asking, context } = performing
  let ctx: unknown
  try {
    ctx = await context
    const result = await callProcedure(performing, ctx, undefined)
    if (result instanceof JsonText) call.answerJson(result.text)
    else call.answer({ result: { type: 'data', data: single(result, asking.method) } })
  } catch (cause) {
    fail(performing, ctx, cause)
  }
}

async function subscribe(performing: Performing): Promise<void> {
  const { call, asking, context } = performing
  const stopping = new AbortController()
  const { signal } = stopping
  call.stop = () => stopping.abort()
  let ctx: unknown
  try {
    ctx = await context
    const result = signal.aborted ? undefined : await callProcedure(performing, ctx, signal)
    if (signal.aborted) call.answer({ result: { type: 'stopped' } })
    else if (result instanceof FramedSubscription)
      new FrameSpeaker(result.open(), call).start(cause => fail(performing, ctx, cause))
    else
      await sayEach(several(result, asking.params.path), call, signal, cause =>
        fail(performing, ctx, cause),
      )
  } catch (cause) {
    if (signal.aborted) call.answer({ result: { type: 'stopped' } })
    else fail(performing, ctx, cause)
  }
}

function callProcedure(
  { router, asking, input, batchIndex }: Performing,
  ctx: unknown,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { method: type, params } = asking
  const { path } = params
  return callTRPCProcedure({
    router,
    path,
    ctx,
    type,
    signal,
    batchIndex,
    getRawInput: async () => input,
  })
}

function fail({ router, onError, call, asking, input }: Performing, ctx: unknown, cause: unknown) {
  const { method: type, params } = asking
  const { path } = params
  const error = getTRPCErrorFromUnknown(cause)
  onError({ error, path, type })
  const config = router._def._config
  call.answer({ error: getTRPCErrorShape({ config, error, type, path, input, ctx }) })
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
