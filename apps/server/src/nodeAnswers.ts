/**
 * What this node answers when all nodes are asked on behalf of an administrator: how it is, which
 * connections people have here, whether a test signal came, and how many connections it ended.
 */
import type { Bus } from '@parley/bus/bus'
import type { Question } from '@parley/bus/notice'
import type { Concerned } from '@parley/core/admin/nodeAnswers'
import type { ConnectionReport, NodeReport } from '@parley/protocol/admin'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import { lastKnown } from './lastKnown.ts'
import { createTestSignals } from './testSignals.ts'

type Answering = {
  bus: Bus
  connections: Connections
  /** How many conversations these people take part in. */
  countConversations: (userIds: string[]) => Promise<number>
}

export function createNodeAnswers({ bus, connections, countConversations }: Answering) {
  const since = new Date().toISOString()
  /** Without requests that are there for one answer. */
  const staying = () => connections.list().filter(({ stays }) => stays)
  const peopleOnline = () => [
    ...new Set(staying().flatMap(({ identity }) => identity?.userId ?? [])),
  ]
  const conversations = lastKnown(() => countConversations(peopleOnline()))
  const signals = createTestSignals(bus, userId => connectionsOf([userId]))

  function connectionsOf(userIds: string[]): Connection[] {
    const meant = new Set(userIds)
    return staying().filter(({ identity }) => identity && meant.has(identity.userId))
  }

  async function figures(): Promise<NodeReport> {
    const followed = await conversations()
    const all = staying()
    const ws = all.filter(({ transport }) => transport === 'ws').length
    return {
      id: bus.node,
      since,
      connections: { ws, http: all.length - ws },
      peopleOnline: peopleOnline().length,
      ...(followed === undefined ? {} : { conversations: followed }),
      queuedBytes: all.reduce((sum, connection) => sum + connection.queuedBytes(), 0),
    }
  }

  function end(which: Question & { about: 'ending' }): number {
    if ('sessionId' in which) return connections.closeSession(which.sessionId)
    if ('userId' in which) return connections.closePerson(which.userId)
    const isHere = which.node === undefined || which.node === bus.node
    return isHere ? connections.closeOne(which.connectionId) : 0
  }

  return function answer(question: Question): unknown {
    switch (question.about) {
      case 'node':
        return figures()
      case 'people':
        return connectionsOf(question.userIds).flatMap(one => reportOf(one, bus.node))
      case 'listening':
        return signals.listen(question)
      case 'heard':
        return signals.heard(question.test)
      case 'ending':
        return { connections: end(question) } satisfies Concerned
    }
  }
}

function reportOf(connection: Connection, node: string): ConnectionReport[] {
  const { id, since, transport, identity } = connection
  if (identity === undefined) return []
  const { userId, sessionId } = identity
  return [
    {
      ...{ id, node, userId, transport },
      ...(sessionId === undefined ? {} : { sessionId }),
      since: new Date(since).toISOString(),
      away: connection.isAway,
      queuedBytes: connection.queuedBytes(),
    },
  ]
}
