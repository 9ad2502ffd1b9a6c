/**
 * The HTTP server: which address goes where, and how long a slow client may take.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isPeersFault } from './errorReport.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Probes } from './probes.ts'
import type { Refusal, Refuse } from './refuseRequest.ts'
import { targetOf } from './target.ts'

/** Where a request goes and who sent it, as far as it can be trusted. */
export type Place = { target: URL; address: string }

type Route = (request: IncomingMessage, response: ServerResponse, place: Place) => Promise<void>

type RouteOptions = {
  probes: Probes
  auth: Route
  trpc: Route
  app: (request: IncomingMessage, response: ServerResponse) => void
  headers: (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ) => void
  addressOf: (request: IncomingMessage) => string | undefined
  isDraining: () => boolean
  refuse: Refuse
  log: Log
}

const malformed: Refusal = { status: 400, reason: 'INVALID_INPUT' }
const draining: Refusal = { status: 503, reason: 'UNAVAILABLE', message: 'Shutting down.' }
const failed: Refusal = { status: 500, reason: 'INTERNAL' }

export function createHttpServer(limits: Limits): Server {
  return createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersMs),
    keepAliveTimeout: 65_000, // longer than load balancers keep theirs
    // A stream with nothing to say would never find out that its reader's network is gone.
    keepAlive: true,
    keepAliveInitialDelay: 15_000,
  })
}

export function routeRequests(server: Server, options: RouteOptions): void {
  const { probes, refuse, log } = options

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Before all else: some probes send no `Host`.
    if (request.url === '/healthz') return probes.health(response)
    if (request.url === '/readyz') return await probes.ready(response)
    if (request.url === '/metrics') return await probes.metrics(response)
    if (options.isDraining()) return refuse(response, draining)
    const target = targetOf(request)
    const address = options.addressOf(request)
    if (target === undefined || address === undefined) return refuse(response, malformed)

    const place = { target, address }
    const { pathname } = target
    const isUnder = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
    if (isUnder('/trpc')) await options.trpc(request, response, place)
    else if (isUnder('/auth')) await options.auth(request, response, place)
    else options.app(request, response)
  }

  function fail(response: ServerResponse, error: unknown): void {
    if (!isPeersFault(error)) log.error({ err: error }, 'request failed')
    refuse(response, failed)
  }

  server.on('request', (request, response) => {
    response.on('error', () => response.destroy())
    options.headers(request, response, problem => {
      if (problem !== undefined) fail(response, problem)
      else route(request, response).catch((error: unknown) => fail(response, error))
    })
  })
}
