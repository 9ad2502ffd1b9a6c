import { limits } from '@parley/protocol/limits'
import { variablesIn } from '@parley/protocol/template'
import { trpc } from '@parley/react/trpc'

/** Somebody to preview a text with, and about which job. */
export interface Reader {
  key: string
  label: string
  userId: string
  jobId?: string
}

/** For a text that speaks of a job, the customers of jobs; for others, customers; nothing while they are on their way. */
export function useReaders(text: string): Reader[] | undefined {
  const isAboutJob = variablesIn(text).known.some(name => name.startsWith('job.'))
  const jobs = trpc.jobs.list.useQuery(undefined, { enabled: isAboutJob })
  const people = trpc.people.find.useQuery({ query: '', limit: limits.findPage })
  if (isAboutJob) {
    return jobs.data?.map(({ id, title, customerId }) => ({
      key: `job ${id}`,
      label: title,
      userId: customerId,
      jobId: id,
    }))
  }
  return people.data
    ?.filter(({ role }) => role === 'customer')
    .map(({ id, name }) => ({ key: `person ${id}`, label: name, userId: id }))
}
