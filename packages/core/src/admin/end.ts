import type { Question } from '@parley/bus/notice'
import { getPerson } from '@parley/db/queries/people'
import { endSessions, endSession as endStoredSession } from '@parley/db/queries/sessions'
import type { Ended } from '@parley/protocol/admin'
import type { EndConnectionInput, EndSessionInput } from '@parley/protocol/adminInputs'
import type { Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { askNodes } from './askNodes.ts'
import { concerned } from './nodeAnswers.ts'

/** Ends one connection, wherever it is; its device comes back by itself. */
export async function endConnection(core: Core, input: EndConnectionInput): Promise<Ended> {
  const connections = await endOnAllNodes(core, { about: 'ending', ...input })
  if (connections > 0) return { sessions: 0, connections }
  await mustReachAll(core)
  throw notFound('connection')
}

/**
 * Ends a session of our own accounts, or all of a person: they are signed out. People of a host
 * product have no session here; their connections are closed, and whether they may come back is
 * for the host to say, which signs their tokens.
 */
export async function endSession(core: Core, input: EndSessionInput): Promise<Ended> {
  const { sessionId, userId } = input
  if (sessionId !== undefined) {
    if (!(await endStoredSession(core.sql, sessionId))) throw notFound('session')
    return endAll(core, [sessionId], { about: 'ending', sessionId })
  }
  if (userId === undefined || !(await getPerson(core.sql, userId))) throw notFound('person')
  const sessions = await endSessions(core.sql, userId)
  const ended = await endAll(core, sessions, { about: 'ending', userId })
  // Each node finds by itself which sessions ended, but nothing else tells it of a host's people.
  if (sessions.length === 0) await mustReachAll(core)
  return ended
}

async function endAll(core: Core, sessions: string[], ending: Question): Promise<Ended> {
  // Asked before it is told: a node that hears of the revocation closes and counts nothing.
  const closing = endOnAllNodes(core, ending)
  for (const revokedSession of sessions) core.bus.tell({ revokedSession })
  return { sessions: sessions.length, connections: await closing }
}

/** @returns how many connections that ended */
async function endOnAllNodes({ bus }: Core, ending: Question): Promise<number> {
  const { said } = await askNodes(bus, ending, concerned)
  return said.reduce((sum, { data }) => sum + data.connections, 0)
}

/** @throws Refusal `UNAVAILABLE` when what was not found may be on a node that cannot be asked */
async function mustReachAll({ bus }: Core): Promise<void> {
  await bus.ready().catch((cause: unknown) => {
    throw new Refusal('UNAVAILABLE', 'The other nodes cannot be reached at the moment.', { cause })
  })
}
