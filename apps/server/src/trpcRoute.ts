/**
 * tRPC over HTTP and SSE, for networks that block sockets: the same procedures, with the
 * token as `Authorization: Bearer`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnyTRPCRouter } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
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
import { refusalShape, type ShellRefusal } from './refusals.ts'
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

type Breach = ShellRefusal & { status: number }

/** What is wrong with a request, before any procedure is looked up. */
function breachOf(request: IncomingMessage, target: URL, limits: Limits): Breach | undefined {
  const { headers, method } = request
  if (target.searchParams.has('connectionParams'))
    return {
      status: 400,
      code: 'BAD_REQUEST',
      reason: 'INVALID_INPUT',
      message: 'A token belongs in the Authorization header, not in the address.',
    }
  if (method === 'GET' || method === 'HEAD') return undefined
  if (method !== 'POST')
    return {
      status: 405,
      code: 'METHOD_NOT_SUPPORTED',
      reason: 'INVALID_INPUT',
      message: 'Procedures are called with GET or POST.',
    }
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      reason: 'INVALID_INPUT',
      message: 'The body of a call is application/json.',
    }
  if (Number(headers['content-length'] ?? 0) > limits.bodyBytes)
    return { status: 413, code: 'PAYLOAD_TOO_LARGE', reason: 'TOO_LARGE', message: 'Too large.' }
  return undefined
}

const foreign: Breach = {
  status: 403,
  code: 'FORBIDDEN',
  reason: 'FORBIDDEN',
  message: 'Pages of this origin may not connect.',
}

/** No credentials: a token in a header is all that counts, and no browser adds it by itself. */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, last-event-id, trpc-accept',
  )
  response.setHeader('access-control-max-age', '7200')
}

export function trpcRoute(options: TrpcRouteOptions) {
  const { router, connections, limits, metrics, refuse } = options
  const nameOf = procedureNames(router)
  const onError = errorReporter(router, nameOf, options.log)
  const open = new Set<ServerResponse>()

  /** Answers what can be answered without a procedure; says whether that was all. */
  function isAnswered(request: IncomingMessage, response: ServerResponse, target: URL): boolean {
    response.setHeader('cache-control', 'no-store')
    const isForeign = !options.origins.mayConnect(request.headers.origin)
    if (!isForeign) allowOrigin(request, response)
    if (!isForeign && request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return true
    }
    const breach = isForeign ? foreign : breachOf(request, target, limits)
    if (breach === undefined) return false
    refuse(response, breach, { error: refusalShape(router, breach) })
    return true
  }

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    { target, address }: Place,
  ): Promise<void> {
    if (isAnswered(request, response, target)) return
    const startedAt = performance.now()
    const connection = connections.open({
      transport: 'http',
      address,
      queuedBytes: () => response.writableLength,
      writable: () => untilDrained(response),
      end: () => response.destroy(),
    })
    open.add(response)
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
      createContext: () =>
        options.createContext({ token: bearerToken(request.headers.authorization), connection }),
      responseMeta: ({ info, data, eagerGeneration }) => {
        const seconds = (performance.now() - startedAt) / 1000
        for (const [index, { path }] of (info?.calls ?? []).entries()) {
          count(path, eagerGeneration ? undefined : data[index], seconds)
        }
        return {}
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
      for (const response of open) {
        const type = String(response.getHeader('content-type'))
        if (type.startsWith('text/event-stream')) response.destroy()
      }
    },
  }
}
