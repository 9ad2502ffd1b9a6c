import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** The list of conversations, and how to load more of it. */
export function useConversations() {
  const client = useClient()
  const conversations = useReadable(client.conversations)
  return { ...conversations, loadMore: client.loadMoreConversations }
}
