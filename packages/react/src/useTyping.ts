import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

/** Who of the others is typing in a conversation, which is listened to while the component is mounted. */
export function useTyping(conversationId: string) {
  return useReadable(useClient().typing(conversationId))
}
