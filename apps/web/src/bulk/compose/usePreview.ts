import { useDebounced } from '@parley/react/people/useDebounced'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData, skipToken } from '@tanstack/react-query'
import type { What } from './composed.ts'

export type Side = 'reached' | 'failed'

/** A preview per pause, not per key. */
const pauseMs = 400

/**
 * Who would get what, and who would not: of what stood there a moment ago, until that of now has
 * come.
 */
export function usePreview(what: What | undefined, side: Side) {
  const settled = useDebounced(what, pauseMs)
  const { data, error, isPlaceholderData, isFetching, hasNextPage, fetchNextPage, refetch } =
    trpc.bulk.preview.useInfiniteQuery(settled ? { ...settled, only: side } : skipToken, {
      getNextPageParam: page => page.nextCursor,
      placeholderData: keepPreviousData,
    })
  const [first] = data?.pages ?? []
  const isNow = settled === what && !error
  return {
    counts: what && first,
    items: data?.pages.flatMap(page => page.items) ?? [],
    /** It is of what stands there now. */
    isFresh: isNow && first !== undefined && !isPlaceholderData,
    isLoading: what !== undefined && (settled !== what || isFetching),
    error: settled === what ? error : null,
    hasMore: hasNextPage,
    loadMore: () => void fetchNextPage(),
    ask: () => void refetch(),
  }
}

export type PreviewOf = ReturnType<typeof usePreview>
