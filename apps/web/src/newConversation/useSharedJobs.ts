import type { Job } from '@parley/protocol/job'
import type { User } from '@parley/protocol/user'
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'

/** The jobs that we could talk about: mine, and those of the others. */
export function useSharedJobs(others: readonly User[]): Job[] {
  const { userId } = useClient()
  const { data = [] } = trpc.jobs.list.useQuery()
  if (others.length === 0) return []
  const people = new Set([userId, ...others.map(({ id }) => id)])
  return data.filter(({ customerId }) => people.has(customerId))
}
