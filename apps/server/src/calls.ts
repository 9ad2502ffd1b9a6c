/**
 * The calls of one socket, in tRPC's words on sockets: each is parsed, bounded and measured, its
 * procedure called and the answer said. What the stock adapter would answer is what this
 * answers; a test holds the two side by side.
 */
import { getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import { parseTRPCMessage, type TRPCClientOutgoingMessage } from '@trpc/server/rpc'
import { Bucket } from './bucket.ts'
import { type Answer, Call } from './call.ts'
import type { GuardedSocket } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import type { ClosedBecause, Metrics } from './metrics.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { performCall, type Router } from './performCall.ts'

/** Ids are repeated in every answer and paths in logs: neither is a place for freight. */
const longestId = 64
const longestPath = 200

/** RFC 6455: the server met something unexpected. */
const internalError = 1011

/** What the calls of all sockets share. */
export type CallRules = Router & {
  /** A bounded label for any path. */
  nameOf: (path: string) => string
  limits: Limits
  metrics: Metrics
}

/** Thrown after the socket was closed, so that nothing more is done with the frame. */
class Breach extends Error {
  override name = 'Breach'
}

export class Calls {
  readonly #rules: CallRules
  readonly #socket: GuardedSocket
  readonly #open = new Map<Call['id'], Call>()
  readonly #bucket: Bucket
  readonly #contextOf: (params: unknown) => Promise<unknown>
  #context: Promise<unknown> | undefined
  #subscriptions = 0

  /** @param contextOf makes the context, from connection params where the first frame has them */
  constructor(
    rules: CallRules,
    socket: GuardedSocket,
    promisesParams: boolean,
    contextOf: (params: unknown) => Promise<unknown>,
  ) {
    this.#rules = rules
    this.#socket = socket
    this.#contextOf = contextOf
    this.#bucket = new Bucket(rules.limits.callsBurst, rules.limits.callsPerSecond)
    if (!promisesParams) this.#introduce(undefined)
  }

  /** Calls that wait for their answer, without subscriptions. */
  inFlight(): number {
    return this.#open.size - this.#subscriptions
  }

  /** Takes a frame; all of it is looked at before any of it is done. */
  receive(text: string): void {
    if (text === 'PING') this.#socket.say('PONG')
    else if (text !== 'PONG') this.#receiveCalls(text)
  }

  #receiveCalls(text: string): void {
    try {
      const message = this.#parsed(text)
      if (this.#context === undefined) {
        this.#introduce(message)
        return
      }
      const frame: unknown[] = Array.isArray(message) ? message : [message]
      if (frame.length > this.#rules.limits.callsPerFrame)
        throw this.#breach('batch', 'too many calls in a frame')
      if (!this.#bucket.take(frame.length)) throw this.#breach('flood', 'too many calls')
      const acts = frame.map((raw, index) => this.#admit(this.#readable(raw), index))
      for (const act of acts) act()
    } catch (error) {
      if (!(error instanceof Breach)) throw error
    }
  }

  /** The socket is gone: nothing more will be answered. */
  closed(): void {
    for (const call of this.#open.values()) {
      this.#finish(call, call.isSubscription ? 'ok' : 'closed')
      call.stop()
    }
  }

  #introduce(params: unknown): void {
    this.#context = this.#contextOf(params)
    this.#context.catch(cause => this.#lose(cause))
  }

  /** Without a context there are no answers. An error of no call has clients wait before they return. */
  #lose(cause: unknown): void {
    const { router, onError } = this.#rules
    const failed = {
      error: getTRPCErrorFromUnknown(cause),
      path: undefined,
      type: 'unknown',
    } as const
    onError(failed)
    const config = router._def._config
    const error = getTRPCErrorShape({ config, ...failed, input: undefined, ctx: undefined })
    this.#socket.say(JSON.stringify({ id: null, error }))
    this.#socket.close(internalError)
  }

  #breach(cause: ClosedBecause, words: string): Breach {
    this.#socket.violate(cause, words)
    return new Breach(words)
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text)
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

  #admit(message: TRPCClientOutgoingMessage, index: number): () => void {
    const { id, method } = message
    if (method === 'subscription.stop') return () => this.#open.get(id)?.stop()
    const { path } = message.params
    const { limits, metrics, nameOf } = this.#rules
    const isSubscription = method === 'subscription'
    if (path.length > longestPath) throw this.#breach('malformed', 'not a path')
    if (this.#open.has(id)) throw this.#breach('duplicate', 'this id is in use')
    if (isSubscription && this.#subscriptions >= limits.subscriptionsPerSocket)
      throw this.#breach('subscriptions', 'too many subscriptions')
    if (this.inFlight() >= limits.callsInFlight)
      throw this.#breach('calls', 'too many calls in flight')
    const call = new Call(message, nameOf(path), this.#socket, this.#answered)
    this.#open.set(id, call)
    if (isSubscription) {
      this.#subscriptions += 1
      metrics.subscriptions.inc()
    }
    return () => {
      const performed = performCall(this.#rules, call, message, this.#context, index)
      performed.catch(cause => this.#lose(cause))
    }
  }

  readonly #answered = (call: Call, answer: Answer): void => {
    if (this.#open.get(call.id) !== call) return
    const said = 'error' in answer ? 'error' : answer.result.type
    if (!call.isSubscription || said === 'started') this.#measure(call)
    if ('error' in answer) this.#finish(call, outcomeOf(answer.error))
    else if (!call.isSubscription || said === 'stopped') this.#finish(call, 'ok')
  }

  /** For a subscription, the time to its start. */
  #measure({ procedure, askedAt }: Call): void {
    const seconds = (performance.now() - askedAt) / 1000
    this.#rules.metrics.callSeconds.observe({ procedure }, seconds)
  }

  #finish(call: Call, outcome: Outcome): void {
    const { metrics } = this.#rules
    metrics.calls.inc({ procedure: call.procedure, outcome })
    this.#open.delete(call.id)
    if (!call.isSubscription) return
    this.#subscriptions -= 1
    metrics.subscriptions.dec()
  }
}
