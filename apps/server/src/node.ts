/**
 * One Parley node: database, bus, core, accounts and router put together and served. What is
 * opened here is closed in the opposite order.
 */
import { fileURLToPath } from 'node:url'
import type { Bus } from '@parley/bus/bus'
import { createAccounts } from '@parley/core/accounts/createAccounts'
import { createSessionWatch } from '@parley/core/accounts/sessionWatch'
import { startBulk } from '@parley/core/bulk/engine'
import { createWrites } from '@parley/core/chat/writes'
import type { Core } from '@parley/core/core'
import { startDelivery } from '@parley/core/delivery/delivery'
import { demoPeople } from '@parley/core/demo/people'
import { seedDemo } from '@parley/core/demo/seed'
import { createMeeting } from '@parley/core/people/meet'
import { startPresence } from '@parley/core/presence/presence'
import { createVerifier, type HostTrust } from '@parley/core/tokens/verify'
import { createTyping } from '@parley/core/typing/typing'
import { openAccountsStore } from '@parley/db/accountsStore'
import { connect } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { countConversations } from '@parley/db/queries/countConversations'
import { openBroadcasts } from '@parley/db/queries/openBroadcasts'
import { appRouter } from '@parley/router/appRouter'
import { createContext } from '@parley/router/context'
import { createBulkMetrics } from './bulkMetrics.ts'
import type { Env } from './env.ts'
import { keptSecret } from './keptSecret.ts'
import { type Limits, limits } from './limits.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createNodeAnswers } from './nodeAnswers.ts'
import { openBus } from './openBus.ts'
import { originsOf } from './origins.ts'
import { serve } from './serve.ts'
import type { Step } from './stopOnSignal.ts'

const staticDir = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** What a node is made of; a harness hands in another one, to see that each is needed. */
export interface Parts {
  connect: typeof connect
  bus: Bus
  limits: Limits
  startDelivery: typeof startDelivery
  startBulk: typeof startBulk
  createSessionWatch: typeof createSessionWatch
}

/** Starts a node on a database that is there; `steps` close it. */
export async function startNode(
  env: Env,
  databaseUrl: string,
  log: Log,
  parts: Partial<Parts> = {},
) {
  const metrics = createMetrics()
  const bus = parts.bus ?? (await openBus(env, log, metrics))
  await migrate(databaseUrl)
  const secret = env.authSecret ?? (await keptSecret(env.dataDir))
  const open = parts.connect ?? connect
  const sql = open(databaseUrl)
  const sendSql = open(databaseUrl, { max: 1 })
  const patientSql = open(databaseUrl, { max: 4 })
  // A node that stands still gives back soon what it has locked.
  const workersSql = open(databaseUrl, { max: 3, statementTimeoutMs: 5000 })
  const bulkSql = open(databaseUrl, { max: 2, statementTimeoutMs: 5000 })
  const store = openAccountsStore(databaseUrl)
  const onError = (err: unknown) => log.error({ err }, 'delivery')
  const start = parts.startDelivery ?? startDelivery
  const delivery = await start({ sql, bus, onSweepFailed: onError })
  const presence = startPresence({ sql, bus, onError })
  const { openPolicy } = env
  const observer = createBulkMetrics(metrics.registry, () => openBroadcasts(sql))
  const work = parts.startBulk ?? startBulk
  const bulk = work({
    ...{ sql: workersSql, actsSql: bulkSql, bus, limits: env.bulk, openPolicy, observer },
    onError: err => log.error({ err }, 'bulk'),
  })
  const core: Core = {
    sql,
    patientSql,
    writes: createWrites({ sendSql, sql, patientSql }, onError),
    bus,
    delivery,
    presence,
    typing: createTyping({ sql, bus, membersAt: delivery.membersAt, onError }),
    bulk,
    openPolicy,
    onError,
  }
  if (env.demo) await seedDemo(core)

  const watchSessions = parts.createSessionWatch ?? createSessionWatch
  const sessions = watchSessions({ sql, onDead: id => served.closeSession(id) })
  bus.onNotice(({ revokedSession }) => sessions.revoked(revokedSession))
  const accounts = createAccounts({
    store,
    sql,
    secret,
    publicUrl: env.publicUrl,
    origins: () => originsOf(env, served.port).own,
    demo: env.demo ? demoPeople : undefined,
    onRevoked: revokedSession => bus.tell({ revokedSession }),
    log: message => log.error(message),
  })
  const services = {
    core,
    verify: createVerifier({ secret, host: hostTrust(env) }),
    meet: createMeeting(sql, onError),
    isAlive: sessions.alive,
    messagesPerMinute: env.messagesPerMinute,
  }
  const served = await serve({
    env,
    router: appRouter,
    async createContext({ token, connection }) {
      const context = await createContext(services, connection, token)
      const { who } = context.session
      // What was refused for want of the database must not stay so once it is back.
      if ('refused' in who && who.refused.reason === 'UNAVAILABLE') connection.tryLater()
      return context
    },
    attend: presence.attending.enter,
    onAdmitted: ({ sessionId }) => (sessionId === undefined ? () => {} : sessions.watch(sessionId)),
    auth: request => accounts.handler(request, request.headers.get('x-forwarded-for') ?? ''),
    ready: async () => {
      await Promise.all([sql`select 1`, bus.ready()])
    },
    staticDir,
    log,
    metrics,
    limits: parts.limits ?? limits,
  })
  bus.onQuestion(
    createNodeAnswers({
      bus,
      connections: served.connections,
      countConversations: people => countConversations(patientSql, people),
    }),
  )
  async function endPools(): Promise<void> {
    const pools = [sql, sendSql, patientSql, workersSql, bulkSql]
    await Promise.all(pools.map(pool => pool.end({ timeout: 5 })))
  }
  const steps: Step[] = [
    { name: 'connections', close: served.close, withinMs: 9000 },
    { name: 'presence', close: presence.close, withinMs: 3000 },
    { name: 'bulk', close: bulk.close, withinMs: 3000 },
    { name: 'delivery', close: delivery.close, withinMs: 2000 },
    { name: 'sessions', close: async () => sessions.close(), withinMs: 1000 },
    { name: 'bus', close: bus.close, withinMs: 3000 },
    { name: 'accounts', close: store.close, withinMs: 6000 },
    { name: 'database', close: endPools, withinMs: 6000 },
  ]
  return { url: served.url, port: served.port, steps }
}

function hostTrust(env: Env): HostTrust | undefined {
  const pinned = { issuer: env.hostJwtIssuer, audience: env.hostJwtAudience }
  if (env.hostJwtSecret !== undefined) return { ...pinned, secret: env.hostJwtSecret }
  if (env.hostJwksUrl !== undefined) return { ...pinned, jwksUrl: env.hostJwksUrl }
  return undefined
}
