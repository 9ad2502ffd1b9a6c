/**
 * One call that waits for its answers, and what is said to it, in tRPC's words on sockets.
 */
import type { TRPCClientOutgoingMessage } from '@trpc/server/rpc'
import type { GuardedSocket } from './guardedSocket.ts'
import type { Speaker } from './socketWriter.ts'

/** A call as it was asked for. */
export type Asking = Exclude<TRPCClientOutgoingMessage, { method: 'subscription.stop' }>

export type Answer =
  | { result: { type: 'started' | 'stopped' } }
  | { result: { type: 'data'; data: unknown; id?: string } }
  | { error: unknown }

function nothing(): void {}

export class Call {
  readonly id: Asking['id']
  /** How every answer begins, up to what it says. */
  readonly #head: string
  readonly isSubscription: boolean
  /** A bounded label for what is called. */
  readonly procedure: string
  readonly askedAt = performance.now()
  readonly #socket: GuardedSocket
  readonly #onAnswer: (call: Call, answer: Answer) => void
  /** Ends a subscription. */
  stop = nothing

  constructor(
    { id, jsonrpc, method }: Asking,
    procedure: string,
    socket: GuardedSocket,
    onAnswer: (call: Call, answer: Answer) => void,
  ) {
    this.id = id
    this.#head = JSON.stringify({ id, jsonrpc }).slice(0, -1)
    this.isSubscription = method === 'subscription'
    this.procedure = procedure
    this.#socket = socket
    this.#onAnswer = onAnswer
  }

  answer(answer: Answer): void {
    this.#socket.say(`${this.#head},${JSON.stringify(answer).slice(1)}`)
    this.#onAnswer(this, answer)
  }

  /** Answers with data that is JSON already. */
  answerJson(json: string): void {
    this.#socket.say(`${this.#head},"result":{"type":"data","data":${json}}}`)
    this.#onAnswer(this, { result: { type: 'data', data: undefined } })
  }

  /** The text of a tracked answer whose data is JSON already. */
  frameText(id: string, json: string): string {
    const at = JSON.stringify(id)
    return `${this.#head},"result":{"type":"data","data":{"id":${at},"data":${json}},"id":${at}}}`
  }

  /** Has the speaker asked for a text of its own when that can leave at once. */
  hear(speaker: Speaker): void {
    this.#socket.hear(speaker)
  }
}
