import { limits } from '@parley/protocol/limits'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData } from '@tanstack/react-query'
import { useDebounced } from './useDebounced.ts'

const page = limits.findPage

/** Those with whom a conversation may be opened, by the words of their names. */
export function useFoundPeople(query: string) {
  const utils = trpc.useUtils()
  const settled = useDebounced(query.trim(), 150)
  const found = trpc.people.find.useQuery(
    { query: settled, limit: page },
    { placeholderData: keepPreviousData },
  )
  return {
    settled,
    found,
    /** What is found for what stands there now, however quickly it was typed. */
    findNow: () => utils.people.find.fetch({ query: query.trim(), limit: page }),
  }
}
