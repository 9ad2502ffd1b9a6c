import { writable } from '@parley/client/readable'
import { useClient } from './useClient.ts'
import { useReadable } from './useReadable.ts'

const nobody = writable<readonly string[]>([])

/**
 * Who of the others is typing in a conversation, which is listened to while the component is
 * mounted; without one, nobody.
 */
export function useTyping(conversationId: string | undefined) {
  const client = useClient()
  return useReadable(conversationId === undefined ? nobody : client.typing(conversationId))
}
