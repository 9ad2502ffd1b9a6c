import type { ConnectionsReport } from '@parley/protocol/admin'
import { Button } from '@parley/react/parts/Button'
import { tell } from '@parley/react/parts/notices'
import { useClient } from '@parley/react/useClient'
import { useRef, useState } from 'react'
import { words } from '../words/words.ts'
import { ConnectionRows } from './ConnectionRows.tsx'
import { End, type Ending } from './End.tsx'
import { TestSignal } from './TestSignal.tsx'

interface Props {
  answer: ConnectionsReport
  isOnePerson: boolean
  onChanged: () => void
}

/** Who was found, their connections, and what can be done with them. */
export function Found({ answer, isOnePerson, onChanged }: Props) {
  const { people, connections, silent } = answer
  const { userId: me } = useClient()
  const [ending, setEnding] = useState<Ending>()
  const heading = useRef<HTMLHeadingElement>(null)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => (id === me ? words.you : (names.get(id) ?? words.somebody))
  const person = isOnePerson ? people[0] : undefined
  const all = words.few(people.map(({ name }) => name))

  return (
    <section aria-labelledby="theirs" className="flex flex-col gap-3">
      <h2 id="theirs" ref={heading} tabIndex={-1} className="font-semibold text-large outline-none">
        <bdi>{words.admin.connectionsOfPeople(all)}</bdi>
      </h2>
      {person && (
        <TestSignal person={person}>
          <Button
            kind="danger"
            onClick={() => setEnding({ kind: 'person', userId: person.id, name: person.name })}
          >
            {words.admin.endSessions}
          </Button>
        </TestSignal>
      )}
      {silent.length > 0 && <p className="text-danger text-small">{words.admin.incomplete}</p>}
      {connections.length === 0 ? (
        <p className="text-soft">{words.admin.nobodyConnected}</p>
      ) : (
        <ConnectionRows
          connections={connections}
          nameOf={person ? undefined : nameOf}
          onEnd={connection =>
            setEnding({ kind: 'connection', connection, name: nameOf(connection.userId) })
          }
          onEndSession={(sessionId, userId) =>
            setEnding({ kind: 'session', sessionId, name: nameOf(userId) })
          }
        />
      )}
      {ending && (
        <End
          ending={ending}
          focusOtherwise={heading}
          onEnded={(sessions, count) => {
            tell(words.admin.ended(sessions, count))
            onChanged()
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  )
}
