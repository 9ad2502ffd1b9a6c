/**
 * Every connection of this node, counted by person and by address. One sweep ends those
 * whose time has come.
 */
import type { Attended, Attending } from '@parley/core/presence/attending'
import type { Identity } from '@parley/core/tokens/identity'
import { addressGroup } from './address.ts'
import { Connection, type Ending, endings, type Line, type Registry } from './connection.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'

type ConnectionsOptions = {
  limits: Limits
  connectionsPerUser: number
  connectionsPerAddress: number
  metrics: Metrics
  /** Counts what stays over all nodes. */
  attend: Attending['enter']
  /** Told of each connection that becomes somebody's; what it returns is called at the end. */
  onAdmitted?: ((identity: Identity) => () => void) | undefined
}

export function createConnections(options: ConnectionsOptions) {
  const { limits, metrics } = options
  const all = new Set<Connection>()
  const requests = new Map<string, number>()
  const sockets = countSockets()
  const farewells = new Map<Connection, () => void>()

  const registry: Registry = {
    async attend({ stays }, { userId }) {
      return stays ? options.attend(userId, options.connectionsPerUser) : request(userId)
    },
    admitted(connection, identity) {
      if (connection.transport === 'ws') sockets.count(connection.group, 0, -1)
      if (options.onAdmitted) farewells.set(connection, options.onAdmitted(identity))
    },
    streamsOf: ({ userId, sessionId }) =>
      [...all].filter(
        ({ transport, stays, identity }) =>
          transport === 'http' &&
          stays &&
          identity?.userId === userId &&
          identity.sessionId === sessionId,
      ),
  }

  /** What is answered and gone makes nobody present, and each node has its own bound on it. */
  function request(userId: string): Attended | undefined {
    const count = (by: 1 | -1) => {
      const now = (requests.get(userId) ?? 0) + by
      if (now > 0) requests.set(userId, now)
      else requests.delete(userId)
    }
    if ((requests.get(userId) ?? 0) >= limits.requestsPerUser) return undefined
    count(1)
    return { setAway() {}, moves() {}, leave: () => count(-1) }
  }

  function open(line: Line): Connection {
    const connection = new Connection(line, limits, registry)
    all.add(connection)
    if (line.transport === 'ws') sockets.count(connection.group, 1, 1)
    metrics.connections.inc({ transport: line.transport })
    return connection
  }

  function closed(connection: Connection): void {
    if (!all.delete(connection)) return
    connection.gone()
    const { identity, transport, group } = connection
    if (transport === 'ws') sockets.count(group, -1, identity === undefined ? -1 : 0)
    metrics.connections.dec({ transport })
    if (identity === undefined) return
    farewells.get(connection)?.()
    farewells.delete(connection)
  }

  function end(connection: Connection, ending: Ending): boolean {
    const isNew = connection.end(ending)
    if (isNew) metrics.closed.inc({ cause: ending.cause })
    return isNew
  }

  function endWhere(isMeant: (identity: Identity) => boolean): number {
    const meant = [...all].filter(({ identity }) => identity !== undefined && isMeant(identity))
    return endAll(meant, endings.revoked)
  }

  /** @returns how many were not over already */
  function endAll(meant: Connection[], ending: Ending): number {
    return meant.filter(connection => end(connection, ending)).length
  }

  function sweep(): void {
    const now = Date.now()
    let queued = 0
    for (const connection of all) {
      queued += connection.queuedBytes()
      const ending = connection.due(now)
      if (ending === undefined) connection.keepAlive()
      else end(connection, ending)
    }
    metrics.queuedBytes.set(queued)
    metrics.pending.set(sockets.pending())
  }
  const timer = setInterval(sweep, limits.sweepMs).unref()

  return {
    open,
    /** The network connection is gone. */
    closed,
    /** Why another socket from this address would be one too many, if it would. */
    refusal(address: string): 'address' | 'pending' | undefined {
      const here = sockets.of(addressGroup(address))
      if (here.open >= options.connectionsPerAddress) return 'address'
      if (here.pending >= limits.pendingPerAddress) return 'pending'
      return sockets.pending() >= limits.pending ? 'pending' : undefined
    },
    /** A session was revoked: ends its connections, and says how many. */
    closeSession: (sessionId: string) => endWhere(identity => identity.sessionId === sessionId),
    /** A person was banned, or signed out everywhere. */
    closePerson: (userId: string) => endWhere(identity => identity.userId === userId),
    closeOne: (id: string) =>
      endAll(
        [...all].filter(connection => connection.id === id),
        endings.ended,
      ),
    list: () => [...all],
    stop: () => clearInterval(timer),
  }
}

export type Connections = ReturnType<typeof createConnections>

/** The sockets of each group of addresses, and how many have not said whose they are. */
function countSockets() {
  const byGroup = new Map<string, { open: number; pending: number }>()
  let pending = 0
  const of = (group: string) => byGroup.get(group) ?? { open: 0, pending: 0 }
  return {
    of,
    pending: () => pending,
    count(group: string, opened: number, undecided: number): void {
      const counts = of(group)
      counts.open += opened
      counts.pending += undecided
      pending += undecided
      if (counts.open === 0) byGroup.delete(group)
      else byGroup.set(group, counts)
    },
  }
}
