/**
 * The calls of one socket, from the frame that asks to the frame that answers: counted,
 * bounded, measured. It is the codec that the tRPC adapter reads and writes with, so each
 * frame is parsed once.
 */

import type { AnyTRPCRouter } from '@trpc/server'
import type { Encoder } from '@trpc/server/adapters/ws'
import { parseTRPCMessage, type TRPCClientOutgoingMessage } from '@trpc/server/rpc'
import { createBucket } from './bucket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause, Metrics } from './metrics.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

type Call = { procedure: string; isSubscription: boolean; at: number; measured: boolean }

/** Ids are repeated in every answer and paths in logs: neither is a place for freight. */
const longestId = 64
const longestPath = 200

/** A bounded label for any path: that of a procedure that exists, or "unknown". */
export function procedureNames(router: AnyTRPCRouter) {
  const known = new Set(Object.keys(router._def.procedures))
  return (path: string | undefined): string =>
    path !== undefined && known.has(path) ? path : 'unknown'
}

type CallsOptions = {
  router: AnyTRPCRouter
  nameOf: (path: string) => string
  limits: Limits
  metrics: Metrics
  /** Whether the first frame holds connection params. */
  startsWithParams: boolean
  onParams: () => void
  violate: (cause: ClosedBecause, words: string) => void
}

/** Thrown after the socket was closed, so that the adapter leaves the frame alone. */
class Breach extends Error {
  override name = 'Breach'
}

export function createCalls(options: CallsOptions) {
  const { router, nameOf, limits, metrics } = options
  const { transformer } = router._def._config
  const open = new Map<unknown, Call>()
  const mayCall = createBucket(limits.callsBurst, limits.callsPerSecond)
  let subscriptions = 0
  let awaitsParams = options.startsWithParams

  function breach(cause: ClosedBecause, words: string): Breach {
    options.violate(cause, words)
    return new Breach(words)
  }

  function parsed(text: unknown): unknown {
    try {
      return JSON.parse(String(text))
    } catch {
      throw breach('malformed', 'not JSON')
    }
  }

  function readable(raw: unknown): TRPCClientOutgoingMessage {
    let message: TRPCClientOutgoingMessage
    try {
      message = parseTRPCMessage(raw, transformer)
    } catch {
      throw breach('malformed', 'not a call')
    }
    const { id } = message
    if (id === null || String(id).length > longestId) throw breach('malformed', 'not an id')
    return message
  }

  function receive(message: TRPCClientOutgoingMessage): void {
    if (message.method === 'subscription.stop') return
    const { id, method, params } = message
    const isSubscription = method === 'subscription'
    if (params.path.length > longestPath) throw breach('malformed', 'not a path')
    if (open.has(id)) throw breach('duplicate', 'this id is in use')
    if (isSubscription && subscriptions >= limits.subscriptionsPerSocket)
      throw breach('subscriptions', 'too many subscriptions')
    if (open.size - subscriptions >= limits.callsInFlight)
      throw breach('calls', 'too many calls in flight')
    const procedure = nameOf(params.path)
    open.set(id, { procedure, isSubscription, at: performance.now(), measured: false })
    if (!isSubscription) return
    subscriptions += 1
    metrics.subscriptions.inc()
  }

  function measure(call: Call): void {
    if (call.measured) return
    call.measured = true
    metrics.callSeconds.observe({ procedure: call.procedure }, (performance.now() - call.at) / 1000)
  }

  function finish(id: unknown, call: Call, outcome: Outcome): void {
    if (outcome !== 'closed') measure(call)
    metrics.calls.inc({ procedure: call.procedure, outcome })
    open.delete(id)
    if (!call.isSubscription) return
    subscriptions -= 1
    metrics.subscriptions.dec()
  }

  function answered(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || !('id' in answer)) return
    const call = open.get(answer.id)
    if (call === undefined) return
    if ('error' in answer) finish(answer.id, call, outcomeOf(answer.error))
    else if (!call.isSubscription) finish(answer.id, call, 'ok')
    else if ('result' in answer && typeOf(answer.result) === 'stopped')
      finish(answer.id, call, 'ok')
    else measure(call)
  }

  const encoder: Encoder = {
    decode(text) {
      const message = parsed(text)
      if (awaitsParams) {
        awaitsParams = false
        options.onParams()
        return message
      }
      const frame: unknown[] = Array.isArray(message) ? message : [message]
      if (frame.length > limits.callsPerFrame) throw breach('batch', 'too many calls in a frame')
      if (!mayCall(frame.length)) throw breach('flood', 'too many calls')
      for (const raw of frame) receive(readable(raw))
      return message
    },
    encode(answer) {
      const text = JSON.stringify(answer)
      answered(answer)
      return text
    },
  }

  return {
    encoder,
    /** Calls that wait for their answer, without subscriptions. */
    inFlight: () => open.size - subscriptions,
    closed() {
      for (const [id, call] of open) finish(id, call, call.isSubscription ? 'ok' : 'closed')
    },
  }
}

function typeOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'type' in result ? result.type : undefined
}
