import { useEffect, useState } from 'react'
import { Avatar } from '../parts/Avatar.tsx'
import { Problem } from '../parts/Problem.tsx'
import { words } from '../words/words.ts'
import { type DemoPerson, listDemoPeople } from './authHttp.ts'
import { authProblem } from './authProblem.ts'
import { signInAsDemo } from './session.ts'

/** One click signs in as each, in this tab alone. Shows nothing where there is no demo. */
export function DemoPeople() {
  const [people, setPeople] = useState<DemoPerson[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let isGone = false
    listDemoPeople().then(found => !isGone && setPeople(found))
    return () => {
      isGone = true
    }
  }, [])

  async function stepIn(as: string) {
    setBusy(true)
    setProblem(undefined)
    try {
      await signInAsDemo(as)
    } catch (error) {
      setProblem(authProblem(error))
      setBusy(false)
    }
  }

  if (people.length === 0) return null
  return (
    <section className="flex animate-appear flex-col gap-3">
      <h2 className="font-semibold text-large">{words.signIn.demoTitle}</h2>
      <p className="text-small text-soft">{words.signIn.demoText}</p>
      {problem && <Problem text={problem} />}
      <ul className="flex flex-col gap-2">
        {people.map(person => (
          <li key={person.as}>
            <DemoButton person={person} disabled={busy} onClick={() => stepIn(person.as)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ButtonProps {
  person: DemoPerson
  disabled: boolean
  onClick: () => void
}

function DemoButton({ person, disabled, onClick }: ButtonProps) {
  const { name, role } = person
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onClick}
      aria-label={words.signIn.demoPerson(name, role)}
      className="flex w-full items-center gap-3 rounded-card border border-line bg-raised p-2.5 text-start transition-colors hover:border-edge hover:bg-hover disabled:opacity-60"
    >
      <Avatar user={{ id: person.as, ...person }} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">
          <bdi>{name}</bdi>
        </span>
        <span className="text-small text-soft">{words.roles[role]}</span>
      </span>
    </button>
  )
}
