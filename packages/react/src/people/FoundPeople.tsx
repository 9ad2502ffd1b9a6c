import type { User } from '@parley/protocol/user'
import type { KeyboardEvent } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { PresentAvatar } from '../presence/PresentAvatar.tsx'
import { words } from '../words/words.ts'
import { NameAndRole } from './NameAndRole.tsx'
import type { useFoundPeople } from './useFoundPeople.ts'

interface Props {
  search: ReturnType<typeof useFoundPeople>
  chosen: readonly User[]
  /** Who is not to be chosen here. */
  except: ReadonlySet<string>
  onToggle: (person: User) => void
}

/** Any of those who were found. */
export function FoundPeople({ search: { settled, found }, chosen, except, onToggle }: Props) {
  const isOffline = useOffline()
  if (found.isError) return <Problem text={words.people.notFound} />
  if (!found.data && isOffline) return <Problem text={words.people.offline} />
  if (!found.data) return <Skeleton rows={3} />
  const people = found.data.filter(({ id }) => !except.has(id))
  if (people.length === 0) {
    return (
      <p role="status" className="py-6 text-center text-soft">
        {sayNobody(settled, found.data.length > 0)}
      </p>
    )
  }
  return (
    // Not the fieldset itself: where a flexible height is given to it, its rows do not keep to it.
    <div className="min-h-32 flex-1 overflow-y-auto">
      <fieldset className="min-w-0 space-y-1" onKeyDown={walk}>
        <legend className="sr-only">{words.people.found}</legend>
        {people.map(person => (
          <Person
            key={person.id}
            person={person}
            isChosen={chosen.some(({ id }) => id === person.id)}
            onToggle={() => onToggle(person)}
          />
        ))}
      </fieldset>
    </div>
  )
}

function sayNobody(query: string, areAllExcept: boolean): string {
  if (areAllExcept) return words.people.nobodyElse
  return query ? words.people.nobody(query) : words.people.nobodyAtAll
}

/** Up and down go from one to the next, as in any list. */
function walk(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const boxes = [...event.currentTarget.querySelectorAll('input')]
  const at = boxes.findIndex(box => box.matches(':focus'))
  boxes[at + step]?.focus()
  event.preventDefault()
}

interface PersonProps {
  person: User
  isChosen: boolean
  onToggle: () => void
}

function Person({ person, isChosen, onToggle }: PersonProps) {
  return (
    <label className="flex items-center gap-3 rounded-card p-2 hover:bg-hover has-checked:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-petrol has-focus-visible:-outline-offset-2">
      <PresentAvatar user={person} />
      <NameAndRole name={<bdi>{person.name}</bdi>} role={person.role} />
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onToggle}
        aria-label={words.personAs(person.name, person.role)}
        className="size-4 accent-act outline-none"
      />
    </label>
  )
}
