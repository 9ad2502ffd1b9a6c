import { timeOf } from '@parley/react/time/format'
import { words } from '../words/words.ts'
import { Id } from './Id.tsx'
import { isSilent, type NodeRow } from './nodeRows.ts'
import { type Column, Records } from './Records.tsx'
import { Since } from './Since.tsx'

interface Props {
  nodes: { rows: readonly NodeRow[]; at: number }
  /** Ids of nodes that are there and did not answer. */
  silent: readonly string[]
}

export function Nodes({ nodes: { rows, at }, silent }: Props) {
  const { nodes, columns } = words.admin
  const unknown = silent.filter(id => !rows.some(({ report }) => report.id === id))
  const shown: readonly Column<NodeRow>[] = [
    { name: columns.node, cell: row => <Node row={row} isSilent={isSilent(row, at)} /> },
    { name: columns.upSince, cell: ({ report }) => <Since at={report.since} /> },
    {
      name: columns.connections,
      isNumber: true,
      cell: ({ report: { connections } }) =>
        words.admin.connectionsOf(connections.ws + connections.http, connections.http),
    },
    {
      name: columns.peopleOnline,
      isNumber: true,
      cell: ({ report }) => words.number(report.peopleOnline),
    },
    {
      name: columns.conversations,
      isNumber: true,
      cell: ({ report: { conversations } }) =>
        conversations === undefined ? words.admin.unknown : words.number(conversations),
    },
    {
      name: columns.queued,
      isNumber: true,
      cell: ({ report }) => words.admin.bytes(report.queuedBytes),
    },
  ]
  return (
    <section aria-labelledby="nodes" className="flex flex-col gap-3">
      <h2 id="nodes" className="font-semibold text-large">
        {nodes}
      </h2>
      <Records name={nodes} columns={shown} rows={rows} keyOf={({ report }) => report.id} />
      {unknown.map(id => (
        <p key={id} className="text-danger text-small">
          {words.admin.silentNode(id.slice(0, 8))}
        </p>
      ))}
    </section>
  )
}

function Node({ row, isSilent: isQuiet }: { row: NodeRow; isSilent: boolean }) {
  const last = timeOf(new Date(row.answeredAt).toISOString())
  return (
    <span className="inline-flex flex-col">
      <Id of={row.report.id} />
      {isQuiet && <span className="text-danger">{words.admin.silentSince(last)}</span>}
    </span>
  )
}
