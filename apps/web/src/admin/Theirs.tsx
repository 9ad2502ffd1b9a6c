import type { ConnectionReport, ConnectionsReport } from '@parley/protocol/admin'
import { useClient } from '@parley/react/useClient'
import { useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { tell } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'
import { ConnectionRows } from './ConnectionRows.tsx'
import { End, type Ending } from './End.tsx'
import { TestSignal } from './TestSignal.tsx'

interface Props {
  asked: Asked & {}
  answer: ConnectionsReport
  onChanged: () => void
}

/** The connections of one person, or of everybody in one conversation. */
export function Theirs({ asked, answer: { people, connections }, onChanged }: Props) {
  const { userId: me } = useClient()
  const [ending, setEnding] = useState<Ending>()
  const heading = useRef<HTMLHeadingElement>(null)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (userId: string) =>
    userId === me ? words.you : (names.get(userId) ?? words.somebody)
  const [person] = 'userId' in asked ? people : []
  const all = words.list(people.map(({ name }) => name))

  function ended(sessions: number, count: number) {
    tell(words.admin.ended(sessions, count))
    onChanged()
  }

  return (
    <section aria-labelledby="theirs" className="flex flex-col gap-3">
      <h2 id="theirs" ref={heading} tabIndex={-1} className="font-semibold text-large outline-none">
        <bdi>{person ? words.admin.ofPerson(person.name) : words.admin.ofConversation(all)}</bdi>
      </h2>
      {person && (
        <div className="flex flex-wrap items-start gap-3">
          <TestSignal key={person.id} person={person} />
          <Button
            kind="quiet"
            className="text-danger"
            onClick={() => setEnding({ kind: 'person', userId: person.id, name: person.name })}
          >
            {words.admin.endSessions}
          </Button>
        </div>
      )}
      {connections.length === 0 ? (
        <p className="text-soft">{words.admin.nobodyConnected}</p>
      ) : (
        <ConnectionRows
          connections={connections}
          nameOf={person ? undefined : nameOf}
          onEnd={(connection: ConnectionReport) =>
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
          onEnded={ended}
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  )
}
