/**
 * tRPC on sockets: each one that the door let in gets a guard, a place among the connections
 * and its calls answered.
 */
import type { IncomingMessage, Server } from 'node:http'
import { type AnyTRPCRouter, getTRPCErrorFromUnknown } from '@trpc/server'
import { WebSocketServer } from 'ws'
import { z } from 'zod'
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

export function serveSockets(options: SocketsOptions) {
  const { router, connections, limits, metrics } = options
  const live = new Set<LiveSocket>()
  const nameOf = procedureNames(router)
  const onError = errorReporter(router, nameOf, options.log)
  const rules = { router, nameOf, onError, limits, metrics }
  const wss = new WebSocketServer(handshakeOptions(limits))

  async function contextOf(connection: Connection, params: unknown): Promise<unknown> {
    try {
      return await options.createContext({ token: plausibleToken(tokenIn(params)), connection })
    } finally {
      connection.settled()
    }
  }

  function accept(socket: GuardedSocket, handshake: Handshake): void {
    socket.watch(handshake.raw, limits, metrics)
    const line = new LiveSocket(rules, socket, handshake)
    const connection = connections.open(line)
    const calls = new Calls(rules, socket, handshake.promisesParams, async params => {
      connection.heard()
      const context = await contextOf(connection, params)
      if (connection.identity !== undefined) socket.known()
      return context
    })
    line.calls = calls
    line.connection = connection
    live.add(line)
    socket.on('message', data => calls.receive(String(data)))
    socket.on('error', cause => {
      onError({ error: getTRPCErrorFromUnknown(cause), path: undefined, type: 'unknown' })
    })
    socket.once('close', () => {
      live.delete(line)
      calls.closed()
      connections.closed(connection)
    })
  }

  guardUpgrades({ ...options, wss, onSocket: accept })
  return { live: () => [...live] }
}

/** The token in a frame of connection params, whatever that frame really is. */
function tokenIn(params: unknown): string | undefined {
  const read = connectionParams.safeParse(params)
  return read.success ? read.data.data.token : undefined
}

const connectionParams = z.object({ data: z.object({ token: z.optional(z.string()) }) })

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
