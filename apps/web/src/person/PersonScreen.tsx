import type { Listed } from '@parley/client/listed'
import type { User } from '@parley/protocol/user'
import { useOffline } from '@parley/react/connection/useOffline'
import { BlockOther } from '@parley/react/group/BlockOther'
import { Avatar } from '@parley/react/parts/Avatar'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { useAct } from '@parley/react/parts/useAct'
import { PresenceLine } from '@parley/react/presence/PresenceLine'
import { useClient } from '@parley/react/useClient'
import { useRef } from 'react'
import { routes } from '../shell/routes.ts'
import { words } from '../words/words.ts'
import { SharedConversation } from './SharedConversation.tsx'

interface Props {
  person: User
  shared: readonly Listed[]
}

/** Who somebody is, what one talks about with them, and a way to begin. */
export function PersonScreen({ person, shared }: Props) {
  const { userId: me } = useClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const isMe = person.id === me
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 py-8 two:px-6 two:py-12">
      <div className="mx-auto flex w-full max-w-md flex-col gap-8">
        <div className="flex flex-col items-center gap-3 text-center">
          <Avatar user={person} size="large" />
          <h1
            ref={heading}
            tabIndex={-1}
            className="line-clamp-3 font-semibold text-title outline-none"
          >
            <bdi>{person.name}</bdi>
          </h1>
          {/* The second line keeps its place while it is not known. */}
          <div className="text-soft">
            <p>{words.roles[person.role]}</p>
            <p className="min-h-5.5">
              {isMe ? words.person.isYou : <PresenceLine userId={person.id} />}
            </p>
          </div>
        </div>
        {!isMe && (
          <>
            <Write person={person} />
            <Shared person={person} shared={shared} />
            <BlockOther person={person} focusOtherwise={heading} />
          </>
        )}
      </div>
    </div>
  )
}

/** Opens the conversation of the two, or meets it again. */
function Write({ person }: { person: User }) {
  const client = useClient()
  const isOffline = useOffline()
  const { busy, refusal, perform } = useAct()
  const write = () =>
    perform(
      signal => client.open({ participantIds: [person.id] }, { signal }),
      id => routes.go({ at: 'conversation', id }),
    )
  return (
    <div className="flex flex-col gap-3">
      <Button aria-disabled={busy} disabled={isOffline} onClick={write}>
        {busy && <Busy />}
        <span className="truncate">{words.person.write(person.name)}</span>
      </Button>
      {refusal && <Problem text={words.open.failed(refusal)} />}
    </div>
  )
}

function Shared({ person, shared }: Props) {
  if (shared.length === 0)
    return <p className="text-center text-soft text-small">{words.person.none(person.name)}</p>
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold text-small text-soft">
        {words.person.conversations(person.name)}
      </h2>
      <ul className="flex flex-col gap-1 rounded-card bg-surface p-2">
        {shared.map(listed => (
          <SharedConversation key={listed.id} listed={listed} />
        ))}
      </ul>
    </section>
  )
}
