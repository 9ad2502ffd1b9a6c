import { useEffect } from 'react'
import type { useConversation } from '../useConversation.ts'
import { useAttention } from './useAttention.ts'

/**
 * Says when somebody begins to look at a conversation: it comes onto the screen, or they come
 * back to it. What one marks as unread while one looks stays marked until then.
 */
export function useLooking({ status, look }: ReturnType<typeof useConversation>): void {
  const isLooking = useAttention() && status === 'ready'
  useEffect(() => {
    if (isLooking) look()
  }, [isLooking, look])
}
