import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** The conversations that one has archived, and how to load more of them. */
export function useArchived() {
  const client = useClient()
  const conversations = useReadable(client.archived)
  return { ...conversations, loadMore: client.loadMoreArchived }
}
