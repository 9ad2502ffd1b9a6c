import type { User } from '@parley/protocol/user'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData } from '@tanstack/react-query'
import { Avatar } from '../parts/Avatar.tsx'
import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useOffline } from '../shell/useOffline.ts'
import { words } from '../words/words.ts'
import { useDebounced } from './useDebounced.ts'

interface Props {
  query: string
  chosen: User | undefined
  onChoose: (person: User) => void
}

/** Those with whom a conversation may be opened, as one choice. */
export function FoundPeople({ query, chosen, onChoose }: Props) {
  const settled = useDebounced(query.trim(), 150)
  const found = trpc.people.find.useQuery(
    { query: settled, limit: 20 },
    { placeholderData: keepPreviousData },
  )
  const isOffline = useOffline()
  if (found.isError) return <Problem text={words.open.notFound} />
  if (!found.data && isOffline) return <Problem text={words.open.offline} />
  if (!found.data) return <Skeleton rows={3} />
  if (found.data.length === 0) {
    return (
      <p role="status" className="py-6 text-center text-soft">
        {settled ? words.open.nobody(settled) : words.open.nobodyAtAll}
      </p>
    )
  }
  return (
    <fieldset className="min-h-32 flex-1 overflow-y-auto">
      <legend className="sr-only">{words.open.people}</legend>
      {found.data.map(person => (
        <Person
          key={person.id}
          person={person}
          isChosen={person.id === chosen?.id}
          onChoose={() => onChoose(person)}
        />
      ))}
    </fieldset>
  )
}

interface PersonProps {
  person: User
  isChosen: boolean
  onChoose: () => void
}

function Person({ person, isChosen, onChoose }: PersonProps) {
  return (
    <label className="flex items-center gap-3 rounded-card p-2 hover:bg-hover has-checked:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-petrol has-focus-visible:-outline-offset-2">
      <Avatar user={person} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">
          <bdi>{person.name}</bdi>
        </span>
        <span className="text-small text-soft">{words.roles[person.role]}</span>
      </span>
      <input
        type="radio"
        name="person"
        checked={isChosen}
        onChange={onChoose}
        aria-label={words.signIn.demoPerson(person.name, person.role)}
        className="size-4 accent-act outline-none"
      />
    </label>
  )
}
