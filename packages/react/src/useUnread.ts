import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** How much is unread in the list, without what is muted. */
export function useUnread() {
  return useReadable(useClient().unread)
}
