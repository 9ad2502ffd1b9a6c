import { Avatar } from '@parley/react/parts/Avatar'
import { Problem } from '@parley/react/parts/Problem'
import { useState } from 'react'
import { words } from '../words/words.ts'
import type { DemoPerson } from './authHttp.ts'
import { authProblem } from './authProblem.ts'
import { signInAsDemo } from './session.ts'

/** One click signs in as each, in this tab alone. */
export function DemoPeople({ people }: { people: DemoPerson[] }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

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

  return (
    <section className="flex flex-col gap-3">
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
      className="flex w-full items-center gap-3 rounded-card border border-line bg-raised p-1.5 text-start touch:p-2.5 transition-colors hover:border-edge hover:bg-hover disabled:opacity-60"
    >
      <Avatar user={person} />
      {/* One line of text, so that it reads as one name: "Carla Conti, contractor". */}
      <span className="min-w-0 flex-1 truncate text-soft">
        <span dir="auto" className="font-medium text-ink">
          {name}
        </span>
        {words.signIn.as(role)}
      </span>
    </button>
  )
}
