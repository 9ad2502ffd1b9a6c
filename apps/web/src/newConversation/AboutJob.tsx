import type { Job } from '@parley/protocol/job'
import { useId } from 'react'
import { words } from '../words/words.ts'

interface Props {
  jobs: readonly Job[]
  jobId: string
  onChoose: (jobId: string) => void
}

export function AboutJob({ jobs, jobId, onChoose }: Props) {
  const id = useId()
  if (jobs.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {words.open.job}
      </label>
      <select
        id={id}
        value={jobId}
        onChange={event => onChoose(event.target.value)}
        className="min-h-10 rounded-control border border-edge bg-raised px-3 touch:min-h-11"
      >
        <option value="">{words.open.noJob}</option>
        {jobs.map(job => (
          <option key={job.id} value={job.id}>
            {job.title}
          </option>
        ))}
      </select>
    </div>
  )
}
