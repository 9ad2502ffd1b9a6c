/** A field for each condition that the protocol's filter knows, in its order. */
import { type RecipientFilter, recipientFilter } from '@parley/protocol/bulkFilter'
import type { Job } from '@parley/protocol/job'
import { limits } from '@parley/protocol/limits'
import { type ReactNode, useId } from 'react'
import * as z from 'zod/mini'
import { composeWords } from '../../words/composeWords.ts'
import { dayFrom, dayOn } from './dayFrom.ts'

interface Props {
  filter: RecipientFilter
  jobs: readonly Job[]
  onChange: (filter: RecipientFilter) => void
}

type Condition = keyof RecipientFilter
type Field = (props: FieldProps) => ReactNode
interface FieldProps extends Props {
  id: string
}

const conditions = z.keyof(recipientFilter).options

const fields: Record<Condition, Field> = {
  jobId: JobField,
  jobType: suggested('jobType', job => job.type),
  jobStatus: suggested('jobStatus', job => job.status),
  place: suggested('place', job => job.place),
  talkedSince: SinceField,
  notAnswered: SwitchField,
}

export function FilterFields(props: Props) {
  const id = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 text-small text-soft">{composeWords.filterHint}</legend>
      <div className="grid gap-x-4 gap-y-3 two:grid-cols-2">
        {conditions.map(condition => {
          const Field = fields[condition]
          return <Field key={condition} id={`${id}-${condition}`} {...props} />
        })}
      </div>
    </fieldset>
  )
}

const look =
  'min-h-10 w-full min-w-0 rounded-control border border-edge bg-raised px-3 text-ink touch:min-h-11'

function Labelled({ id, name, children }: { id: string; name: Condition; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {composeWords.conditions[name]}
      </label>
      {children}
    </div>
  )
}

/** The filter with another value; without one, the condition is none. */
function withValue<Name extends Condition>(
  filter: RecipientFilter,
  name: Name,
  value: RecipientFilter[Name] | '',
): RecipientFilter {
  const { [name]: _, ...rest } = filter
  return value === '' || value === undefined ? rest : { ...rest, [name]: value }
}

function JobField({ id, filter, jobs, onChange }: FieldProps) {
  return (
    <Labelled id={id} name="jobId">
      <select
        id={id}
        value={filter.jobId ?? ''}
        onChange={event => onChange(withValue(filter, 'jobId', event.target.value))}
        className={look}
      >
        <option value="">{composeWords.anyJob}</option>
        {jobs.map(job => (
          <option key={job.id} value={job.id}>
            {job.title}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** Typed, with what one's jobs have there to choose from. */
function suggested(
  name: 'jobType' | 'jobStatus' | 'place',
  of: (job: Job) => string | undefined,
): Field {
  return function SuggestedField({ id, filter, jobs, onChange }) {
    const known = [...new Set(jobs.flatMap(job => of(job) ?? []))].sort()
    return (
      <Labelled id={id} name={name}>
        <input
          id={id}
          list={`${id}-known`}
          autoComplete="off"
          maxLength={limits.jobFieldMax}
          value={filter[name] ?? ''}
          onChange={event => onChange(withValue(filter, name, event.target.value))}
          className={look}
        />
        <datalist id={`${id}-known`}>
          {known.map(value => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </Labelled>
    )
  }
}

/** From the beginning of that day, where one is. */
function SinceField({ id, filter, onChange }: FieldProps) {
  return (
    <Labelled id={id} name="talkedSince">
      <input
        id={id}
        type="date"
        max={dayOn(new Date())}
        value={filter.talkedSince ? dayOn(new Date(filter.talkedSince)) : ''}
        onChange={event => onChange(withValue(filter, 'talkedSince', dayFrom(event.target.value)))}
        className={look}
      />
    </Labelled>
  )
}

function SwitchField({ id, filter, onChange }: FieldProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-10 items-center gap-2 self-end text-small touch:min-h-11"
    >
      <input
        id={id}
        type="checkbox"
        checked={filter.notAnswered ?? false}
        onChange={event => onChange(withValue(filter, 'notAnswered', event.target.checked || ''))}
        className="size-4 accent-act"
      />
      {composeWords.conditions.notAnswered}
    </label>
  )
}
