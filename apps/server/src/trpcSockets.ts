/**
 * tRPC on sockets: each one that the door let in gets a guard, a place among the connections
 * and the stock handler.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { AnyTRPCRouter } from '@trpc/server'
import { getWSConnectionHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { Calls } from './calls.ts'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import { type Asked, plausibleToken } from './contextMaker.ts'
import { errorReporter } from './errorReport.ts'
import { GuardedSocket } from './guardedSocket.ts'
import type { Limits } from './limits.ts'
import { LiveSocket } from './liveSocket.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { procedureNames } from './procedureNames.ts'
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

type Params = Record<string, string | undefined> | null

export function serveSockets(options: SocketsOptions) {
  const { router, connections, limits, metrics } = options
  const live = new Set<LiveSocket>()
  const nameOf = procedureNames(router)
  const rules = { router, nameOf, limits, metrics }
  const onError = errorReporter(router, nameOf, options.log)
  const wss = new WebSocketServer(handshakeOptions(limits))
  const keepAlive = { enabled: true, pingMs: limits.pingMs, pongWaitMs: limits.pongMs }

  async function contextOf(connection: Connection, params: Params): Promise<unknown> {
    try {
      return await options.createContext({ token: plausibleToken(params?.token), connection })
    } finally {
      connection.settled()
    }
  }

  function accept(socket: GuardedSocket, handshake: Handshake): void {
    const { request, raw, address, promisesParams } = handshake
    socket.watch(limits, metrics)
    const line = new LiveSocket(router, socket, raw, address)
    const connection = connections.open(line)
    const calls = new Calls(rules, socket, promisesParams ? () => connection.heard() : undefined)
    line.calls = calls
    live.add(line)
    socket.once('close', () => {
      live.delete(line)
      calls.closed()
      connections.closed(connection)
    })
    getWSConnectionHandler({
      wss,
      router,
      experimental_encoder: calls,
      keepAlive,
      onError,
      createContext: ({ info }) => contextOf(connection, info.connectionParams),
    })(socket, request)
  }

  guardUpgrades({ ...options, wss, onSocket: accept })
  return { live: () => [...live] }
}

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
