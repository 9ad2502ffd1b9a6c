import { useNow } from '@parley/react/time/useNow'
import { useId } from 'react'
import { composeWords } from '../../words/composeWords.ts'
import { dueText } from '../history/dueText.ts'
import type { Draft } from './draft.ts'
import { Either } from './Either.tsx'
import { FieldProblem } from './FieldProblem.tsx'
import { localOf, momentOf, tomorrowMorning } from './momentOf.ts'
import { Section } from './Section.tsx'
import { zoneHere, zoneName } from './zone.ts'

interface Props {
  at: Draft['at']
  /** Somebody wanted to send it. */
  isAsked: boolean
  onChange: (at: string | undefined) => void
}

const ways = [
  { value: 'now', label: composeWords.now },
  { value: 'later', label: composeWords.later },
] as const

/** Now, or at a time in the zone of whoever chooses it. */
export function When({ at, isAsked, onChange }: Props) {
  return (
    <Section title={composeWords.when}>
      <Either
        label={composeWords.when}
        value={at === undefined ? 'now' : 'later'}
        options={ways}
        onChoose={way => onChange(way === 'now' ? undefined : tomorrowMorning(Date.now()))}
      />
      {at === undefined ? (
        <p className="text-small text-soft">{composeWords.nowHint}</p>
      ) : (
        <At at={at} isAsked={isAsked} onChange={onChange} />
      )}
    </Section>
  )
}

interface AtProps extends Props {
  at: string
}

function At({ at, isAsked, onChange }: AtProps) {
  const id = useId()
  // What lay ahead passes while one writes.
  const now = useNow(true, 10_000)
  const moment = momentOf(at, now)
  const issue = 'issue' in moment ? moment.issue : undefined
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {composeWords.at}
      </label>
      <input
        id={id}
        type="datetime-local"
        min={localOf(new Date(now))}
        value={at}
        aria-invalid={issue !== undefined}
        aria-describedby={`${id}-zone when-problem`}
        onChange={event => onChange(event.target.value)}
        className="min-h-10 w-full min-w-0 max-w-72 rounded-control border border-edge bg-raised px-3 touch:min-h-11"
      />
      <p id={`${id}-zone`} className="text-small text-soft">
        {composeWords.zone(zoneHere(), zoneName('at' in moment ? moment.at : new Date(now)))}
      </p>
      <p role="status" className="text-small empty:-mt-1">
        {'at' in moment &&
          composeWords[moment.isSkipped ? 'skipped' : 'goesAt'](
            dueText(moment.at.toISOString(), zoneHere()).meant,
          )}
      </p>
      <FieldProblem id="when-problem" issue={issue !== 'noTime' || isAsked ? issue : undefined} />
    </div>
  )
}
