import { limits } from '@parley/protocol/limits'
import type { Role, User } from '@parley/protocol/user'
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import { SearchField } from '../parts/SearchField.tsx'
import { words } from '../words/words.ts'
import { ChosenPeople } from './ChosenPeople.tsx'
import { FoundPeople } from './FoundPeople.tsx'
import { useFoundPeople } from './useFoundPeople.ts'

interface Props {
  chosen: readonly User[]
  onChoose: (chosen: readonly User[]) => void
  /** Who is not to be chosen here. */
  except?: ReadonlySet<string>
  /** Nobody else is found. */
  only?: Role
  /** How many there may be. */
  most?: number
}

const nobody: ReadonlySet<string> = new Set()

/**
 * Several people: typed or clicked. Enter takes the first who is found for what stands in the
 * field, and with nothing in it sends the form; Backspace then takes the last one out again.
 *
 * Its parts are the form's own: where room is scarce the list alone gives way, down to two rows.
 */
export function ChoosePeople(props: Props) {
  const { chosen, onChoose, except = nobody, only, most = limits.participantsMax - 1 } = props
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const search = useFoundPeople(query, only)

  const isChosen = (person: User) => chosen.some(({ id }) => id === person.id)
  const takeOut = (person: User) => onChoose(chosen.filter(({ id }) => id !== person.id))

  function take(person: User) {
    if (chosen.length < most) onChoose([...chosen, person])
    if (!query) return
    setQuery('')
    field.current?.focus()
  }

  async function takeFirst() {
    const found = await search.findNow().catch(() => []) // the list says what is wrong
    const first = found.find(person => !except.has(person.id) && !isChosen(person))
    if (first) take(first)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = chosen.at(-1)
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') {
      field.current?.form?.querySelector<HTMLInputElement>('fieldset input')?.focus()
      event.preventDefault()
    }
    if (event.key === 'Backspace' && !query && last) takeOut(last)
    if (event.key !== 'Enter' || !query.trim()) return
    event.preventDefault()
    void takeFirst()
  }

  return (
    <>
      <div className="shrink-0 rounded-control border border-edge bg-raised has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-petrol has-[input:focus-visible]:-outline-offset-1">
        <ChosenPeople
          chosen={chosen}
          onTakeOut={person => {
            takeOut(person)
            field.current?.focus()
          }}
        />
        <Search ref={field} query={query} onChange={setQuery} onKeyDown={onKeyDown} />
      </div>
      <p role="status" className="sr-only">
        {chosen.length > 0 && words.people.areChosen(chosen.map(({ name }) => name))}
      </p>
      <FoundPeople
        search={search}
        chosen={chosen}
        except={except}
        onToggle={person => (isChosen(person) ? takeOut(person) : take(person))}
      />
    </>
  )
}

interface SearchProps {
  ref: Ref<HTMLInputElement>
  query: string
  onChange: (query: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

function Search({ ref, query, onChange, onKeyDown }: SearchProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {words.people.find}
      </label>
      <SearchField
        ref={ref}
        id={id}
        type="search"
        maxLength={limits.queryMax}
        placeholder={words.people.findHint}
        value={query}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-11 rounded-control bg-transparent outline-none"
      />
    </>
  )
}
