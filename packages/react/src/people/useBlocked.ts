import type { User } from '@parley/protocol/user'
import { trpc } from '../trpc.ts'
import { useClient } from '../useClient.ts'

/** It changes by oneself alone, on another device perhaps. */
const freshMs = 5 * 60_000

/** Whom I have blocked. What is done about it goes on also when what asked for it is gone. */
export function useBlocked() {
  const { api } = useClient()
  const { people } = trpc.useUtils()
  const { data, isError, refetch } = trpc.people.blocked.useQuery(undefined, {
    staleTime: freshMs,
  })
  return {
    /** Nothing until it is known. */
    blocked: data,
    isError,
    refetch,
    isBlocked: (userId: string) => data?.some(({ id }) => id === userId) ?? false,
    async block(person: User): Promise<void> {
      await api.people.block.mutate({ userId: person.id })
      people.blocked.setData(undefined, before => [
        person,
        ...(before ?? []).filter(({ id }) => id !== person.id),
      ])
      void people.blocked.invalidate()
    },
    async unblock({ id: userId }: User): Promise<void> {
      await api.people.unblock.mutate({ userId })
      people.blocked.setData(undefined, before => before?.filter(({ id }) => id !== userId))
      void people.blocked.invalidate()
    },
  }
}
