/**
 * The calls of one socket, from the frame that asks to the frame that answers: counted,
 * bounded, measured. It is the codec that the tRPC adapter reads and writes with, so each
 * frame is parsed once.
 */
import type { AnyTRPCRouter } from '@trpc/server'
import type { Encoder } from '@trpc/server/adapters/ws'
import { parseTRPCMessage, type TRPCClientOutgoingMessage } from '@trpc/server/rpc'
import { Bucket } from './bucket.ts'
import type { GuardedSocket } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause, Metrics } from './metrics.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

type Call = { procedure: string; isSubscription: boolean; at: number; isMeasured: boolean }

/** Ids are repeated in every answer and paths in logs: neither is a place for freight. */
const longestId = 64
const longestPath = 200

/** What the calls of all sockets share. */
export type CallRules = {
  router: AnyTRPCRouter
  /** A bounded label for any path. */
  nameOf: (path: string) => string
  limits: Limits
  metrics: Metrics
}

/** Thrown after the socket was closed, so that the adapter leaves the frame alone. */
class Breach extends Error {
  override name = 'Breach'
}

export class Calls implements Encoder {
  readonly #rules: CallRules
  readonly #socket: Pick<GuardedSocket, 'violate'>
  readonly #open = new Map<unknown, Call>()
  readonly #bucket: Bucket
  #subscriptions = 0
  #onParams: (() => void) | undefined

  /** @param onParams given if the first frame holds connection params, and called with it */
  constructor(
    rules: CallRules,
    socket: Pick<GuardedSocket, 'violate'>,
    onParams: (() => void) | undefined,
  ) {
    this.#rules = rules
    this.#socket = socket
    this.#onParams = onParams
    this.#bucket = new Bucket(rules.limits.callsBurst, rules.limits.callsPerSecond)
  }

  /** Calls that wait for their answer, without subscriptions. */
  inFlight(): number {
    return this.#open.size - this.#subscriptions
  }

  decode(text: unknown): unknown {
    const message = this.#parsed(text)
    if (this.#onParams !== undefined) {
      this.#onParams()
      this.#onParams = undefined
      return message
    }
    const frame: unknown[] = Array.isArray(message) ? message : [message]
    if (frame.length > this.#rules.limits.callsPerFrame)
      throw this.#breach('batch', 'too many calls in a frame')
    if (!this.#bucket.take(frame.length)) throw this.#breach('flood', 'too many calls')
    for (const raw of frame) this.#receive(this.#readable(raw))
    return message
  }

  encode(answer: unknown): string {
    const text = JSON.stringify(answer)
    this.#answered(answer)
    return text
  }

  /** The socket is gone: nothing more will be answered. */
  closed(): void {
    for (const [id, call] of this.#open) {
      this.#finish(id, call, call.isSubscription ? 'ok' : 'closed')
    }
  }

  #breach(cause: ClosedBecause, words: string): Breach {
    this.#socket.violate(cause, words)
    return new Breach(words)
  }

  #parsed(text: unknown): unknown {
    try {
      return JSON.parse(String(text))
    } catch {
      throw this.#breach('malformed', 'not JSON')
    }
  }

  #readable(raw: unknown): TRPCClientOutgoingMessage {
    let message: TRPCClientOutgoingMessage
    try {
      message = parseTRPCMessage(raw, this.#rules.router._def._config.transformer)
    } catch {
      throw this.#breach('malformed', 'not a call')
    }
    const { id } = message
    if (id === null || String(id).length > longestId) throw this.#breach('malformed', 'not an id')
    return message
  }

  #receive(message: TRPCClientOutgoingMessage): void {
    if (message.method === 'subscription.stop') return
    const { id, method, params } = message
    const { limits, metrics, nameOf } = this.#rules
    const isSubscription = method === 'subscription'
    if (params.path.length > longestPath) throw this.#breach('malformed', 'not a path')
    if (this.#open.has(id)) throw this.#breach('duplicate', 'this id is in use')
    if (isSubscription && this.#subscriptions >= limits.subscriptionsPerSocket)
      throw this.#breach('subscriptions', 'too many subscriptions')
    if (this.inFlight() >= limits.callsInFlight)
      throw this.#breach('calls', 'too many calls in flight')
    const at = performance.now()
    this.#open.set(id, { procedure: nameOf(params.path), isSubscription, at, isMeasured: false })
    if (!isSubscription) return
    this.#subscriptions += 1
    metrics.subscriptions.inc()
  }

  #answered(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null || !('id' in answer)) return
    const { id } = answer
    const call = this.#open.get(id)
    if (call === undefined) return
    this.#measure(call)
    if ('error' in answer) this.#finish(id, call, outcomeOf(answer.error))
    else if (!call.isSubscription) this.#finish(id, call, 'ok')
    else if ('result' in answer && isStopped(answer.result)) this.#finish(id, call, 'ok')
  }

  #measure(call: Call): void {
    if (call.isMeasured) return
    call.isMeasured = true
    const seconds = (performance.now() - call.at) / 1000
    this.#rules.metrics.callSeconds.observe({ procedure: call.procedure }, seconds)
  }

  #finish(id: unknown, call: Call, outcome: Outcome): void {
    const { metrics } = this.#rules
    metrics.calls.inc({ procedure: call.procedure, outcome })
    this.#open.delete(id)
    if (!call.isSubscription) return
    this.#subscriptions -= 1
    metrics.subscriptions.dec()
  }
}

function isStopped(result: unknown): boolean {
  return (
    typeof result === 'object' && result !== null && 'type' in result && result.type === 'stopped'
  )
}
