import type { User } from '@parley/protocol/user'
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'
import { useId } from 'react'
import { words } from '../words/words.ts'

interface Props {
  person: User | undefined
  jobId: string
  onChoose: (jobId: string) => void
}

/** The jobs that the two could talk about: mine and theirs. */
export function AboutJob({ person, jobId, onChoose }: Props) {
  const id = useId()
  const { userId } = useClient()
  const jobs = trpc.jobs.list.useQuery()
  const shared = (jobs.data ?? []).filter(
    ({ customerId }) => customerId === userId || customerId === person?.id,
  )
  if (!person || shared.length === 0) return null
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
        {shared.map(job => (
          <option key={job.id} value={job.id}>
            {job.title}
          </option>
        ))}
      </select>
    </div>
  )
}
