import { limits } from '@parley/protocol/limits'
import type { Role, User } from '@parley/protocol/user'
import { keepPreviousData } from '@tanstack/react-query'
import { trpc } from '../trpc.ts'
import { useDebounced } from './useDebounced.ts'

const page = limits.findPage

/**
 * Those with whom a conversation may be opened, by the words of their names.
 *
 * @param only leaves out all others
 */
export function useFoundPeople(query: string, only?: Role) {
  const utils = trpc.useUtils()
  const wanted = (people: User[]) => (only ? people.filter(({ role }) => role === only) : people)
  const settled = useDebounced(query.trim(), 150)
  const found = trpc.people.find.useQuery(
    { query: settled, limit: page },
    { placeholderData: keepPreviousData, select: wanted },
  )
  return {
    settled,
    found,
    /** What is found for what stands there now, however quickly it was typed. */
    findNow: async () =>
      wanted(await utils.people.find.fetch({ query: query.trim(), limit: page })),
  }
}
