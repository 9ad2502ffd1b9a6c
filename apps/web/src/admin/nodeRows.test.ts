import type { NodeReport } from '@parley/protocol/admin'
import { expect, test } from 'vitest'
import { isSilent, nodeRowsAfter } from './nodeRows.ts'

function node(id: string, minute: number): NodeReport {
  return {
    id,
    since: `2026-11-03T12:0${minute}:00.000Z`,
    connections: { ws: 1, http: 0 },
    peopleOnline: 1,
    queuedBytes: 0,
  }
}

const [a, b, c] = [node('a', 1), node('b', 2), node('c', 3)]
const shown = (rows: ReturnType<typeof nodeRowsAfter>, askedAt: number) =>
  rows.map(row => (isSilent(row, askedAt) ? `${row.report.id} silent` : row.report.id))

test('nodes stand in the order in which they started, whoever answers first', () => {
  expect(shown(nodeRowsAfter([], [c, a, b], 1000), 1000)).toEqual(['a', 'b', 'c'])
})

test('a node that does not answer any more keeps its place and says so', () => {
  const before = nodeRowsAfter([], [a, b, c], 1000)
  expect(shown(nodeRowsAfter(before, [a, c], 4000), 4000)).toEqual(['a', 'b silent', 'c'])
})

test('a node that answers again is not silent', () => {
  const silent = nodeRowsAfter(nodeRowsAfter([], [a, b], 1000), [a], 4000)
  expect(shown(nodeRowsAfter(silent, [a, b], 7000), 7000)).toEqual(['a', 'b'])
})

test('a node that was silent for a minute is forgotten', () => {
  const before = nodeRowsAfter([], [a, b], 1000)
  expect(shown(nodeRowsAfter(before, [a], 61_000), 61_000)).toEqual(['a'])
})
