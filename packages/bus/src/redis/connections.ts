// The two connections of a node: one that listens, since a Redis connection that has subscribed
// can do nothing else, and one for everything else, in order.
//
// The client library connects again by itself, ever more slowly up to two seconds, and keeps
// nothing for later meanwhile: what could not be said then is no longer true afterwards.

import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Address, Whereabouts } from './addresses.ts'

const longestPauseMs = 2000

export interface Connections {
  commands: Redis | Cluster
  ears: Redis
  areReady(): boolean
  /** The last thing that went wrong. */
  problem(): string | undefined
  /** Gives up the connections that there are, which do not answer, and makes new ones. */
  renew(): void
  close(): void
}

interface ConnectionsOptions {
  at: Whereabouts
  timeoutMs: number
  onReady: () => void
  onLost: () => void
}

export function openConnections({ at, timeoutMs, onReady, onLost }: ConnectionsOptions) {
  const options: RedisOptions = {
    ...at.login,
    connectTimeout: 4 * timeoutMs,
    commandTimeout: timeoutMs,
    disconnectTimeout: 50,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    disableClientInfo: true,
    retryStrategy: pauseBefore,
  }
  let problem: string | undefined
  const { addresses } = at
  const commands = at.isCluster
    ? clusterOf(addresses, timeoutMs, options)
    : new Redis({ ...options, ...addresses[0] })
  // Each node of a cluster hears what is published on any of them: one is as good as another.
  const first = Math.floor(Math.random() * addresses.length)
  const ears: Redis = new Redis({
    ...options,
    ...addresses[first],
    retryStrategy(times) {
      Object.assign(ears.options, addresses[(first + times) % addresses.length])
      return pauseBefore(times)
    },
  })
  const areReady = () => commands.status === 'ready' && ears.status === 'ready'
  for (const one of [commands, ears]) {
    one.on('ready', () => {
      problem = undefined
      if (areReady()) onReady()
    })
    one.on('close', onLost)
    one.on('error', (error: Error) => {
      problem = reasonOf(error)
    })
  }
  return {
    commands,
    ears,
    areReady,
    problem: () => problem,
    renew() {
      commands.disconnect(true)
      ears.disconnect(true)
    },
    close() {
      commands.disconnect()
      ears.disconnect()
    },
  } satisfies Connections
}

/** A cluster connects to its nodes when they are first needed; until then it keeps what is said. */
function clusterOf(addresses: Address[], timeoutMs: number, options: RedisOptions): Cluster {
  const { enableOfflineQueue: _, retryStrategy: __, ...redisOptions } = options
  return new Cluster(addresses, {
    redisOptions,
    // Certificates are for names; the library would connect to what they resolve to.
    ...(options.tls && { dnsLookup: (name, done) => done(null, name) }),
    clusterRetryStrategy: pauseBefore,
    slotsRefreshTimeout: 2 * timeoutMs,
    maxRedirections: 4,
  })
}

/** Half of it is chance, so that nodes which lost Redis together do not come back together. */
function pauseBefore(times: number): number {
  const most = Math.min(50 * 2 ** times, longestPauseMs)
  return most / 2 + (Math.random() * most) / 2
}

/** A cluster's error holds what went wrong with the last node that it tried. */
function reasonOf(error: Error): string {
  if (error.name === 'MaxRetriesPerRequestError') return 'the connection was closed'
  const last = 'lastNodeError' in error ? error.lastNodeError : undefined
  return last instanceof Error ? reasonOf(last) : error.message
}
