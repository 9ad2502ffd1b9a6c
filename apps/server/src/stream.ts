/**
 * The answers of a subscription, from "started" to "stopped".
 */
import { FramedSubscription, type Frames } from '@parley/router/frames'
import { isTrackedEnvelope, TRPCError } from '@trpc/server'
import type { Answer, Asker, Asking } from './performCall.ts'

export function isStream(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result
}

/** @param fail says an error of the subscription; "stopped" follows it, as tRPC has it */
export async function stream(
  subscription: unknown,
  asking: Asking,
  asker: Asker,
  signal: AbortSignal,
  fail: (cause: unknown) => void,
): Promise<void> {
  if (!signal.aborted) {
    if (!isStream(subscription)) throw notAStream(asking)
    asker.answer({ result: { type: 'started' } })
    try {
      if (subscription instanceof FramedSubscription)
        await sayFrames(subscription.open(), frameAround(asking), asker, signal)
      else await sayEach(subscription, asker, signal)
    } catch (cause) {
      if (!signal.aborted) fail(cause)
    }
  }
  asker.answer({ result: { type: 'stopped' } })
}

async function sayEach(values: AsyncIterable<unknown>, asker: Asker, signal: AbortSignal) {
  for await (const value of values) {
    if (signal.aborted) return
    asker.answer({ result: resultOf(value) })
  }
}

function resultOf(value: unknown): Extract<Answer, { result: { type: 'data' } }>['result'] {
  if (!isTrackedEnvelope(value)) return { type: 'data', data: value }
  const [id, data] = value
  return { type: 'data', data: { id, data }, id }
}

/** Until it is stopped, frames leave whenever there are some and the network takes them. */
async function sayFrames(
  frames: Frames,
  around: (id: string, json: string) => string,
  asker: Asker,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  function speak(): string | undefined {
    if (signal.aborted) return undefined
    const { id, json } = frames.take()
    return around(id, json)
  }
  try {
    await Promise.race([frames.start(() => asker.hear(speak)), stopped])
    await stopped
  } finally {
    frames.close()
  }
}

/** The text of an answer whose data is JSON already. */
function frameAround({ id, jsonrpc }: Asking): (cursor: string, json: string) => string {
  const head = JSON.stringify({ id, jsonrpc }).slice(0, -1)
  return (cursor, json) => {
    const at = JSON.stringify(cursor)
    return `${head},"result":{"type":"data","data":{"id":${at},"data":${json}},"id":${at}}}`
  }
}

function notAStream({ params }: Asking): TRPCError {
  return new TRPCError({
    code: 'INTERNAL_SERVER_ERROR',
    message: `Subscription ${params.path} is not a stream.`,
  })
}
