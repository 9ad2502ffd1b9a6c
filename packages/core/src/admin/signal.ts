import { randomUUID } from 'node:crypto'
import { getPerson } from '@parley/db/queries/people'
import type { SignalReport } from '@parley/protocol/admin'
import type { Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { askNodes } from './askNodes.ts'
import { concerned, hearing } from './nodeAnswers.ts'

/**
 * Sends a test signal to somebody, the way on which typing travels, and tells how far it came:
 * to which of the nodes that hold the person, and which of their sockets answered there.
 */
export async function signal(core: Core, userId: string): Promise<SignalReport> {
  const { bus, sql } = core
  if (!(await getPerson(sql, userId))) throw notFound('person')
  const startedAt = performance.now()
  const test = randomUUID()
  const listening = await askNodes(bus, { about: 'listening', userId, test }, concerned)
  const holders = listening.said.filter(({ data }) => data.connections > 0)
  bus.signal([userId], { test: { id: test } })
  const heard =
    holders.length === 0 ? [] : (await askNodes(bus, { about: 'heard', test }, hearing)).said
  return {
    nodes: holders.map(({ node, data: { connections } }) => {
      const found = heard.find(one => one.node === node)?.data
      return { id: node, ...(found ?? { heard: false, connections, answered: 0 }) }
    }),
    tookMs: Math.round(performance.now() - startedAt),
  }
}
