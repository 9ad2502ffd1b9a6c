/**
 * The shell around a router: one port for the app, accounts, probes, and tRPC on sockets and
 * HTTP. It knows nothing of what the procedures do.
 */
import type { Attending } from '@parley/core/presence/attending'
import type { Identity } from '@parley/core/tokens/identity'
import type { AnyTRPCRouter } from '@trpc/server'
import { addressReader } from './address.ts'
import { authRoute, type FetchHandler } from './authRoute.ts'
import { createConnections } from './connections.ts'
import type { ContextMaker } from './contextMaker.ts'
import { drain } from './drain.ts'
import type { Env } from './env.ts'
import { createHttpServer, routeRequests } from './httpServer.ts'
import { type Limits, limits as usualLimits } from './limits.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { originsOf } from './origins.ts'
import { pageHeaders } from './pageHeaders.ts'
import { createProbes } from './probes.ts'
import { requestRefuser } from './refuseRequest.ts'
import { staticApp } from './staticApp.ts'
import { trpcRoute } from './trpcRoute.ts'
import { serveSockets } from './trpcSockets.ts'

type ServeOptions<TRouter extends AnyTRPCRouter> = {
  env: Pick<
    Env,
    | 'port'
    | 'host'
    | 'publicUrl'
    | 'allowedOrigins'
    | 'trustedProxies'
    | 'connectionsPerUser'
    | 'connectionsPerAddress'
  >
  router: TRouter
  /** Must not throw: whom it cannot recognise gets a context that says so. */
  createContext: ContextMaker<TRouter>
  /** Counts a person's connections over all nodes. */
  attend: Attending['enter']
  /** Told of each connection that becomes somebody's; what it returns is called at the end. */
  onAdmitted?: (identity: Identity) => () => void
  /** Serves `/auth/*`. */
  auth: FetchHandler
  /** Rejects while the database or the bus does not answer. */
  ready: () => Promise<void>
  /** The built web app. */
  staticDir?: string
  log: Log
  metrics: Metrics
  limits?: Limits
}

function urlOf(env: Pick<Env, 'host' | 'publicUrl'>, port: number): string {
  if (env.publicUrl !== undefined) return env.publicUrl
  const isAny = env.host === '0.0.0.0' || env.host === '::'
  const host = isAny ? 'localhost' : env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

export async function serve<TRouter extends AnyTRPCRouter>(options: ServeOptions<TRouter>) {
  const { env, router, createContext, attend, onAdmitted } = options
  const { log, metrics, limits = usualLimits } = options
  let isDraining = false

  const server = createHttpServer(limits)
  const port = await listen(server, env)

  // From here on in one go, so that the first request finds everything in its place.
  const shared = {
    router,
    createContext,
    origins: originsOf(env, port),
    addressOf: addressReader(env.trustedProxies),
    connections: createConnections({ ...env, limits, metrics, attend, onAdmitted }),
    refuse: requestRefuser(metrics),
    isDraining: () => isDraining,
    limits,
    metrics,
    log,
  }
  const sockets = serveSockets({ ...shared, server })
  const trpc = trpcRoute(shared)
  routeRequests(server, {
    ...shared,
    probes: createProbes({ ...shared, ready: options.ready }),
    auth: authRoute({ ...shared, handler: options.auth, base: env.publicUrl }),
    trpc: trpc.handle,
    app: staticApp(options.staticDir),
    headers: pageHeaders(shared.origins, env.publicUrl),
  })

  let closing: Promise<void> | undefined
  async function leave(): Promise<void> {
    isDraining = true
    await drain({ server, sockets: sockets.live, endStreams: trpc.endStreams, limits })
    shared.connections.stop()
  }

  return {
    url: urlOf(env, port),
    port,
    connections: shared.connections,
    /** For revocations: ends the connections of a session or of a person. */
    closeSession: shared.connections.closeSession,
    closePerson: shared.connections.closePerson,
    /** Lets clients move and calls finish, then stops listening. */
    close(): Promise<void> {
      closing ??= leave()
      return closing
    },
  }
}
