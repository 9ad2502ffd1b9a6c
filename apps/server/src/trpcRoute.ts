/**
 * tRPC over HTTP and SSE, for networks that block sockets: the same procedures, with the
 * token as `Authorization: Bearer`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnyTRPCRouter } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { allowOrigin, breachOf } from './callBreach.ts'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import { type Asked, bearerToken } from './contextMaker.ts'
import { errorReporter } from './errorReport.ts'
import type { Place } from './httpServer.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Origins } from './origins.ts'
import { outcomeOf } from './outcome.ts'
import { procedureNames } from './procedureNames.ts'
import { refusalShape } from './refusals.ts'
import type { Refuse } from './refuseRequest.ts'
import { untilDrained } from './untilDrained.ts'

type TrpcRouteOptions = {
  router: AnyTRPCRouter
  createContext: (asked: Asked) => unknown
  connections: Connections
  origins: Origins
  limits: Limits
  metrics: Metrics
  log: Log
  refuse: Refuse
}

export function trpcRoute(options: TrpcRouteOptions) {
  const { router, connections, limits, metrics, refuse } = options
  const nameOf = procedureNames(router)
  const onError = errorReporter(router, nameOf, options.log)
  const open = new Map<ServerResponse, Connection>()

  /** Answers what can be answered without a procedure; says whether that was all. */
  function isAnswered(request: IncomingMessage, response: ServerResponse, target: URL): boolean {
    response.setHeader('cache-control', 'no-store')
    const breach = breachOf(request, target, options)
    if (breach !== undefined) {
      refuse(response, breach, { error: refusalShape(router, breach) })
      return true
    }
    allowOrigin(request, response)
    if (request.method !== 'OPTIONS') return false
    response.writeHead(204).end()
    return true
  }

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    { target, address }: Place,
  ): Promise<void> {
    if (isAnswered(request, response, target)) return
    const startedAt = performance.now()
    let stays = false
    const connection = connections.open({
      transport: 'http',
      stays: () => stays,
      address,
      queuedBytes: () => response.writableLength,
      writable: () => untilDrained(response),
      end: () => response.destroy(),
    })
    open.set(response, connection)
    response.once('close', () => {
      open.delete(response)
      connections.closed(connection)
    })
    await nodeHTTPRequestHandler({
      router,
      req: request,
      res: response,
      path: target.pathname.slice('/trpc/'.length),
      maxBodySize: limits.bodyBytes,
      maxBatchSize: limits.callsPerFrame,
      allowMethodOverride: true,
      onError(failed) {
        onError(failed)
        // A body that ran over the limit is not read to its end.
        if (failed.error.code === 'PAYLOAD_TOO_LARGE') response.shouldKeepAlive = false
      },
      createContext({ info }) {
        stays = info.type === 'subscription'
        const token = bearerToken(request.headers.authorization)
        return options.createContext({ token, connection })
      },
      responseMeta: ({ info, data, eagerGeneration }) => {
        const seconds = (performance.now() - startedAt) / 1000
        for (const [index, { path }] of (info?.calls ?? []).entries()) {
          count(path, eagerGeneration ? undefined : data[index], seconds)
        }
        // To be added to what tRPC says, which sets this header anew.
        return { headers: new Headers({ vary: 'origin' }) }
      },
    })
  }

  function count(path: string, answer: object | undefined, seconds: number): void {
    const procedure = nameOf(path)
    const failed = answer !== undefined && 'error' in answer
    metrics.calls.inc({ procedure, outcome: failed ? outcomeOf(answer.error) : 'ok' })
    metrics.callSeconds.observe({ procedure }, seconds)
  }

  return {
    handle,
    /** Ends the subscriptions; their clients ask again, elsewhere. */
    endStreams(): void {
      for (const [response, connection] of open) {
        const type = String(response.getHeader('content-type'))
        if (!type.startsWith('text/event-stream')) continue
        connection.moves()
        response.destroy()
      }
    },
  }
}
