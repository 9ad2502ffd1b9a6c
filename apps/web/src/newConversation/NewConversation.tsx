import { limits } from '@parley/protocol/limits'
import type { User } from '@parley/protocol/user'
import { type FormEvent, useId, useState } from 'react'
import { SearchIcon } from '../icons/SearchIcon.tsx'
import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Problem } from '../parts/Problem.tsx'
import { words } from '../words/words.ts'
import { AboutJob } from './AboutJob.tsx'
import { FoundPeople } from './FoundPeople.tsx'
import { useBegin } from './useBegin.ts'

interface Props {
  onClose: () => void
  onOpened: (conversationId: string) => void
}

/** Find somebody, say what it is about, begin. */
export function NewConversation({ onClose, onOpened }: Props) {
  const [query, setQuery] = useState('')
  const [person, setPerson] = useState<User>()
  const [jobId, setJobId] = useState('')
  const { busy, problem, begin } = useBegin(id => {
    onOpened(id)
    onClose()
  })

  function choose(next: User | undefined) {
    setPerson(next)
    setJobId('') // the jobs to choose from are those of the two
  }

  function search(next: string) {
    setQuery(next)
    choose(undefined)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (person) begin(person, jobId)
  }

  return (
    <Dialog title={words.open.title} onClose={onClose}>
      <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col gap-4 p-5">
        <Search query={query} onChange={search} />
        <FoundPeople query={query} chosen={person} onChoose={choose} />
        <AboutJob person={person} jobId={jobId} onChoose={setJobId} />
        {problem && <Problem text={problem} />}
        <Button type="submit" disabled={!person || busy}>
          {busy && <Busy />}
          {busy ? words.open.submitting : words.open.submit}
        </Button>
      </form>
    </Dialog>
  )
}

function Search({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const id = useId()
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {words.open.find}
      </label>
      <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-soft">
        <SearchIcon />
      </span>
      <input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={limits.queryMax}
        placeholder={words.open.findHint}
        value={query}
        onChange={event => onChange(event.target.value)}
        className="min-h-11 w-full rounded-control border border-edge bg-raised ps-10 pe-3 placeholder:text-soft"
      />
    </div>
  )
}
