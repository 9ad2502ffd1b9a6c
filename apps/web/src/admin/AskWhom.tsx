import type { User } from '@parley/protocol/user'
import { Avatar } from '@parley/react/parts/Avatar'
import { SearchField } from '@parley/react/parts/SearchField'
import { useFoundPeople } from '@parley/react/people/useFoundPeople'
import { type FormEvent, useId, useState } from 'react'
import { words } from '../words/words.ts'
import { type Asked, conversationIn } from './asked.ts'

/** A person by name or id, or a conversation by id. */
export function AskWhom({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const { found, findNow } = useFoundPeople(typed)
  const conversation = conversationIn(typed)

  function ask(asked: Asked) {
    setTyped('')
    onAsk(asked)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const meant = typed.trim()
    if (!meant) return
    if (conversation) return ask({ conversationId: conversation })
    const [first] = await findNow().catch(() => [])
    ask({ userId: first?.id ?? meant })
  }

  return (
    <search>
      <form onSubmit={submit} className="flex flex-col gap-1">
        <label htmlFor={id} className="font-medium text-small">
          {words.admin.whom}
        </label>
        <SearchField
          id={id}
          type="search"
          placeholder={words.admin.whomHint}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          className="min-h-11 rounded-control border border-edge bg-raised"
        />
        {typed.trim() && !conversation && (
          <Found people={found.data ?? []} onChoose={userId => ask({ userId })} />
        )}
        {conversation && <p className="pt-1 text-small text-soft">{words.admin.isConversation}</p>}
      </form>
    </search>
  )
}

interface FoundProps {
  people: readonly User[]
  onChoose: (userId: string) => void
}

function Found({ people, onChoose }: FoundProps) {
  if (people.length === 0) {
    return (
      <p role="status" className="pt-1 text-small text-soft">
        {words.admin.asId}
      </p>
    )
  }
  return (
    <ul aria-label={words.people.found} className="flex flex-wrap gap-2 pt-1">
      {people.map(person => (
        <li key={person.id}>
          <button
            type="button"
            onClick={() => onChoose(person.id)}
            className="flex min-h-10 items-center gap-2 rounded-control border border-line bg-raised py-1 ps-1 pe-3 hover:bg-hover touch:min-h-11"
          >
            <Avatar user={person} size="small" />
            <bdi>{person.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  )
}
