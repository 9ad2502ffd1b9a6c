import type { ConnectionReport } from '@parley/protocol/admin'
import { Button } from '@parley/react/parts/Button'
import { words } from '../words/words.ts'
import { Id } from './Id.tsx'
import { type Column, Records } from './Records.tsx'
import { Since } from './Since.tsx'

interface Props {
  connections: readonly ConnectionReport[]
  /** Where they are of several people. */
  nameOf: ((userId: string) => string) | undefined
  onEnd: (connection: ConnectionReport) => void
  onEndSession: (sessionId: string, userId: string) => void
}

export function ConnectionRows({ connections, nameOf, onEnd, onEndSession }: Props) {
  const { columns, transports, bytes } = words.admin
  const shown: Column<ConnectionReport>[] = [
    { name: columns.connection, cell: ({ id }) => <Id of={id} /> },
    { name: columns.node, cell: ({ node }) => <Id of={node} /> },
    { name: columns.since, cell: ({ since }) => <Since at={since} /> },
    {
      name: columns.transport,
      cell: ({ transport, away }) => words.admin.over(transports[transport], away),
    },
    { name: columns.queued, isNumber: true, cell: ({ queuedBytes }) => bytes(queuedBytes) },
    {
      name: columns.acts,
      isNumber: true,
      cell: connection => (
        <Acts connection={connection} onEnd={onEnd} onEndSession={onEndSession} />
      ),
    },
  ]
  if (nameOf)
    shown.splice(1, 0, { name: columns.person, cell: ({ userId }) => <bdi>{nameOf(userId)}</bdi> })
  return (
    <Records
      name={words.admin.theirConnections}
      columns={shown}
      rows={connections}
      keyOf={({ node, id }) => `${node} ${id}`}
    />
  )
}

interface ActsProps extends Pick<Props, 'onEnd' | 'onEndSession'> {
  connection: ConnectionReport
}

function Acts({ connection, onEnd, onEndSession }: ActsProps) {
  const { id, sessionId, userId } = connection
  const short = id.slice(0, 8)
  return (
    <span className="flex flex-wrap justify-end gap-x-4">
      <Button
        kind="plain"
        aria-label={words.admin.endConnectionLabel(short)}
        onClick={() => onEnd(connection)}
      >
        {words.admin.endConnection}
      </Button>
      {sessionId !== undefined && (
        <Button
          kind="plain"
          aria-label={words.admin.endSessionLabel(short)}
          onClick={() => onEndSession(sessionId, userId)}
        >
          {words.admin.endSession}
        </Button>
      )}
    </span>
  )
}
