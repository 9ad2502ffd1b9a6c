/**
 * One call, from its procedure to the last of its answers, as tRPC says them on sockets.
 */
import {
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
} from '@trpc/server'
import type { TRPCClientOutgoingMessage } from '@trpc/server/rpc'
import type { errorReporter } from './errorReport.ts'
import type { Speaker } from './socketWriter.ts'
import { isStream, stream } from './stream.ts'

export type Asking = Exclude<TRPCClientOutgoingMessage, { method: 'subscription.stop' }>

export interface Router {
  router: AnyTRPCRouter
  onError: ReturnType<typeof errorReporter>
}

export type Answer =
  | { result: { type: 'started' | 'stopped' } }
  | { result: { type: 'data'; data: unknown; id?: string } }
  | { error: unknown }

/** Who waits for the answers of a call. */
export interface Asker {
  context: Promise<unknown> | undefined
  answer(answer: Answer): void
  /** Has the speaker asked for a text of its own when that can leave at once. */
  hear(speaker: Speaker): void
}

/** @param signal ends a subscription; only subscriptions have it */
export async function performCall(
  { router, onError }: Router,
  asking: Asking,
  batchIndex: number,
  asker: Asker,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { method: type, params } = asking
  const { path } = params
  const input = withLastEventId(params)
  let ctx: unknown
  function fail(cause: unknown): void {
    const error = getTRPCErrorFromUnknown(cause)
    onError({ error, path, type })
    const config = router._def._config
    asker.answer({ error: getTRPCErrorShape({ config, error, type, path, input, ctx }) })
  }
  try {
    ctx = await asker.context
    const getRawInput = async () => input
    const result: unknown = signal?.aborted
      ? undefined
      : await callTRPCProcedure({ router, path, getRawInput, ctx, type, signal, batchIndex })
    if (signal) await stream(result, asking, asker, signal, fail)
    else asker.answer({ result: { type: 'data', data: plain(result, type) } })
  } catch (cause) {
    if (signal?.aborted) asker.answer({ result: { type: 'stopped' } })
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

function plain(result: unknown, type: string): unknown {
  if (!isStream(result)) return result
  throw new TRPCError({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: `Cannot return an async iterable or observable from a ${type} procedure with WebSockets`,
  })
}
