import type { Job } from '@parley/protocol/job'
import { useId } from 'react'
import { composeWords } from '../../words/composeWords.ts'

interface Props {
  jobs: readonly Job[]
  jobId: string
  /** Without a choice here, each is about the job that made them fit. */
  isByJob: boolean
  onChoose: (jobId: string) => void
}

/** The job that all of it is about. */
export function AboutWhich({ jobs, jobId, isByJob, onChoose }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {composeWords.about}
      </label>
      <select
        id={id}
        value={jobId}
        aria-describedby={`${id}-hint`}
        onChange={event => onChoose(event.target.value)}
        className="min-h-10 min-w-0 rounded-control border border-edge bg-raised px-3 touch:min-h-11"
      >
        <option value="">{isByJob ? composeWords.ownJob : composeWords.noJob}</option>
        {jobs.map(job => (
          <option key={job.id} value={job.id}>
            {job.title}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-small text-soft">
        {composeWords.aboutHint}
      </p>
    </div>
  )
}
