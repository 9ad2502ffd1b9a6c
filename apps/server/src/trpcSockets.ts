/**
 * tRPC on sockets: each one that the door let in gets a guard, a place among the connections
 * and the stock handler.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { AnyTRPCRouter } from '@trpc/server'
import { getWSConnectionHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { createCalls, procedureNames } from './calls.ts'
import type { Ending } from './connection.ts'
import type { Connections } from './connections.ts'
import { type Asked, plausibleToken } from './contextMaker.ts'
import { drainWaiter } from './drained.ts'
import { errorReporter } from './errorReport.ts'
import { GuardedSocket } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { refusalShape } from './refusals.ts'
import { guardUpgrades, type Handshake } from './upgrade.ts'

type SocketsOptions = {
  server: Server
  router: AnyTRPCRouter
  createContext: (asked: Asked) => unknown
  connections: Connections
  origins: Origins
  addressOf: (request: IncomingMessage) => string | undefined
  limits: Limits
  metrics: Metrics
  log: Log
  isDraining: () => boolean
}

/** What draining needs to know of a socket. */
export type LiveSocket = {
  inFlight: () => number
  whenClosed: () => Promise<void>
  /** Asks the client to open another socket and move there. */
  tellToReconnect: () => void
  close: (code: number, reason: string) => void
  terminate: () => void
}

export function serveSockets(options: SocketsOptions) {
  const { router, connections, limits, metrics } = options
  const live = new Set<LiveSocket>()
  const nameOf = procedureNames(router)
  const onError = errorReporter(router, nameOf, options.log)
  const wss = new WebSocketServer(handshakeOptions(limits))

  function accept(socket: GuardedSocket, { request, raw, address, target }: Handshake): void {
    socket.watch(limits, metrics)
    const connection = connections.open({
      transport: 'ws',
      address,
      queuedBytes: () => socket.bufferedAmount,
      writable: drainWaiter(raw),
      end: ending => sayGoodbye(router, socket, ending),
    })
    const calls = createCalls({
      router,
      nameOf,
      limits,
      metrics,
      startsWithParams: target.searchParams.has('connectionParams'),
      onParams: () => connection.heard(),
      violate: (cause, words) => socket.violate(cause, words),
    })
    const entry: LiveSocket = {
      inFlight: calls.inFlight,
      whenClosed: () =>
        new Promise(resolve => {
          if (live.has(entry)) socket.once('close', () => resolve())
          else resolve()
        }),
      tellToReconnect: () => socket.send(reconnectNotification),
      close: (code, reason) => socket.close(code, reason),
      terminate: () => socket.terminate(),
    }
    live.add(entry)
    socket.once('close', () => {
      live.delete(entry)
      calls.closed()
      connections.closed(connection)
    })
    getWSConnectionHandler({
      wss,
      router,
      experimental_encoder: calls.encoder,
      keepAlive: { enabled: true, pingMs: limits.pingMs, pongWaitMs: limits.pongMs },
      onError,
      createContext: async ({ info }) => {
        const token = plausibleToken(info.connectionParams?.token)
        try {
          return await options.createContext({ token, connection })
        } finally {
          connection.settled()
        }
      },
    })(socket, request)
  }

  guardUpgrades({ ...options, wss, onSocket: accept })
  return { live: () => [...live] }
}

const reconnectNotification = JSON.stringify({ id: null, method: 'reconnect' })

function handshakeOptions(limits: Limits) {
  return {
    noServer: true,
    WebSocket: GuardedSocket,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    // Honest peers send a frame in one piece; a thousand crumbs cost more than they weigh.
    maxFragments: 128,
    maxBufferedChunks: 4096,
    closeTimeout: limits.closingMs,
  }
}

/**
 * Whoever is turned away is told by an error that belongs to no call: from it the stock client
 * learns to come back with growing delays instead of at once.
 */
function sayGoodbye(router: AnyTRPCRouter, socket: GuardedSocket, { code, reason }: Ending): void {
  if (reason === 'UNAUTHENTICATED' || reason === 'TOO_MANY_CONNECTIONS') {
    const error = refusalShape(router, {
      code: reason === 'UNAUTHENTICATED' ? 'UNAUTHORIZED' : 'TOO_MANY_REQUESTS',
      reason,
      message: 'This connection is closed.',
    })
    socket.send(JSON.stringify({ id: null, error }))
  }
  socket.close(code, reason)
}
