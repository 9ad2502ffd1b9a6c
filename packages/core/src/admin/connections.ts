import { membersOf } from '@parley/db/queries/members'
import { getPeople } from '@parley/db/queries/people'
import { userOf } from '@parley/db/rows/user'
import { type ConnectionsReport, connectionReport, nodeReport } from '@parley/protocol/admin'
import type { ConnectionsInput } from '@parley/protocol/adminInputs'
import * as z from 'zod/mini'
import type { Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { askNodes } from './askNodes.ts'

/** How the nodes are; and the connections of one person, or of everybody in one conversation. */
export async function connections(
  core: Core,
  input: ConnectionsInput = {},
): Promise<ConnectionsReport> {
  const people = await whoIsMeant(core, input)
  const [nodes, theirs] = await Promise.all([
    askNodes(core.bus, { about: 'node' }, nodeReport),
    connectionsOf(
      core,
      people.map(({ id }) => id),
    ),
  ])
  return {
    nodes: nodes.said.map(({ data }) => data).toSorted((a, b) => (a.since < b.since ? -1 : 1)),
    silent: nodes.silent,
    people: people.map(userOf),
    connections: theirs,
  }
}

async function whoIsMeant({ sql }: Core, { userId, conversationId }: ConnectionsInput & {}) {
  if (userId !== undefined) {
    const people = await getPeople(sql, [userId])
    if (people.length === 0) throw notFound('person')
    return people
  }
  if (conversationId === undefined) return []
  const { people } = await membersOf(sql, conversationId)
  if (people.length === 0) throw notFound('conversation')
  return getPeople(
    sql,
    people.map(member => member.userId),
  )
}

/** The connections of these people on all nodes, the oldest of each first. */
async function connectionsOf({ bus }: Core, userIds: string[]) {
  if (userIds.length === 0) return []
  const { said } = await askNodes(bus, { about: 'people', userIds }, z.array(connectionReport))
  return said
    .flatMap(({ data }) => data)
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
}
