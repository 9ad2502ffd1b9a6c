/**
 * One socket as the rest of the shell sees it: a line for its connection to run on, and
 * something that can be asked to move away when the server stops.
 */
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { AnyTRPCRouter } from '@trpc/server'
import { WebSocket } from 'ws'
import type { Calls } from './calls.ts'
import type { Connection, Ending, Line } from './connection.ts'
import type { GuardedSocket } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import { refusalShape } from './refusals.ts'
import { untilDrained } from './untilDrained.ts'
import type { Handshake } from './upgrade.ts'

const codes = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  TOO_MANY_CONNECTIONS: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
} as const

const reconnectNotification = JSON.stringify({ id: null, method: 'reconnect' })

export class LiveSocket implements Line {
  readonly transport = 'ws'
  readonly stays = () => true
  readonly address: string
  readonly #router: AnyTRPCRouter
  readonly #socket: GuardedSocket
  readonly #raw: Duplex
  readonly #limits: Limits
  #isAsked = false
  calls: Calls | undefined
  connection: Connection | undefined

  constructor(
    { router, limits }: { router: AnyTRPCRouter; limits: Limits },
    socket: GuardedSocket,
    { raw, address }: Pick<Handshake, 'raw' | 'address'>,
  ) {
    this.#router = router
    this.#limits = limits
    this.#socket = socket
    this.#raw = raw
    this.address = address
  }

  queuedBytes(): number {
    return this.#socket.queuedBytes
  }

  writable(): Promise<void> {
    return untilDrained(this.#raw)
  }

  /**
   * Whoever is turned away is told by an error that belongs to no call: from it the stock
   * client learns to come back with growing delays instead of at once.
   */
  end({ code, reason }: Ending): void {
    if (reason !== 'SILENT') {
      const message = 'This connection is closed.'
      const error = refusalShape(this.#router, { code: codes[reason], reason, message })
      this.#socket.say(JSON.stringify({ id: null, error }))
    }
    this.#socket.close(code, reason)
  }

  /** Asks a peer that is silent whether it is there, and gives up one that does not answer. */
  keepAlive(): void {
    const silentMs = performance.now() - this.#socket.heardAt
    if (silentMs >= this.#limits.pingMs + this.#limits.pongMs) this.#socket.terminate()
    else if (silentMs < this.#limits.pingMs) this.#isAsked = false
    else if (!this.#isAsked) {
      this.#isAsked = true
      this.#socket.say('PING')
    }
  }

  async ask(signal: AbortSignal): Promise<void> {
    this.#socket.say('PING')
    await once(this.#socket, 'message', { signal })
  }

  inFlight(): number {
    return this.calls?.inFlight() ?? 0
  }

  /** Asks the client to open another socket and move there. */
  tellToReconnect(): void {
    this.#socket.say(reconnectNotification)
    this.connection?.moves()
  }

  async whenClosed(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    await new Promise(resolve => this.#socket.once('close', resolve))
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }
}
