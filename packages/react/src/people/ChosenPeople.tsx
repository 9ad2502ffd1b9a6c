import type { User } from '@parley/protocol/user'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { words } from '../words/words.ts'

interface Props {
  chosen: readonly User[]
  onTakeOut: (person: User) => void
}

/** A chip for each, with the way to take them out again. */
export function ChosenPeople({ chosen, onTakeOut }: Props) {
  if (chosen.length === 0) return null
  return (
    <ul
      aria-label={words.people.chosen}
      className="flex max-h-32 flex-wrap gap-1.5 overflow-y-auto p-1.5 pb-0"
    >
      {chosen.map(person => (
        <li
          key={person.id}
          className="flex max-w-full items-center rounded-full bg-chosen ps-3 font-medium text-petrol text-small"
        >
          <span className="truncate">
            <bdi>{person.name}</bdi>
          </span>
          <button
            type="button"
            aria-label={words.people.takeOut(person.name)}
            title={words.people.takeOut(person.name)}
            onClick={() => onTakeOut(person)}
            className="flex size-7 shrink-0 items-center justify-center rounded-full hover:bg-hover touch:size-11"
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  )
}
