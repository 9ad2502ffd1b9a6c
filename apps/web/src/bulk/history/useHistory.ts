import { reasonOf } from '@parley/react/parts/reasonOf'
import { trpc } from '@parley/react/trpc'

/** The broadcasts, newest first, as far as they were asked for. */
export function useHistory() {
  const query = trpc.bulk.list.useInfiniteQuery(
    { limit: 20 },
    { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
  )
  return {
    items: query.data?.pages.flatMap(({ items }) => items),
    refusal: query.error ? reasonOf(query.error) : undefined,
    hasMore: query.hasNextPage,
    hasMoreFailed: query.isFetchNextPageError,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => query.refetch(),
  }
}
