import type { Job } from '@parley/protocol/job'
import { limits } from '@parley/protocol/limits'
import { ChoosePeople } from '@parley/react/people/ChoosePeople'
import { composeWords, type Issue } from '../../words/composeWords.ts'
import type { Draft } from './draft.ts'
import { Either } from './Either.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import { FilterFields } from './FilterFields.tsx'
import { Section } from './Section.tsx'

interface Props {
  draft: Draft
  jobs: readonly Job[]
  issue: Issue | undefined
  onChange: (part: Partial<Draft>) => void
}

const ways = (['people', 'filter'] as const).map(value => ({
  value,
  label: composeWords.by[value],
}))

/** One by one, or everybody who fits. What was chosen the other way stays while one tries both. */
export function Who({ draft: { by, people, filter }, jobs, issue, onChange }: Props) {
  return (
    <Section title={composeWords.who}>
      <Either
        label={composeWords.who}
        value={by}
        options={ways}
        onChoose={chosen => onChange({ by: chosen })}
      />
      {by === 'people' ? (
        // A form of its own: Enter and the arrows are about the people in it.
        <form className="flex max-h-96 flex-col gap-3" onSubmit={event => event.preventDefault()}>
          <ChoosePeople
            chosen={people}
            only="customer"
            most={limits.broadcastMax}
            onChoose={chosen => onChange({ people: [...chosen] })}
          />
        </form>
      ) : (
        <FilterFields filter={filter} jobs={jobs} onChange={next => onChange({ filter: next })} />
      )}
      <FieldProblem id="who-problem" issue={issue} />
    </Section>
  )
}
