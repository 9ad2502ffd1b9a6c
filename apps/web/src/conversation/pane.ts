/**
 * What a conversation is shown with, a sixth of the app: fetched beside the rest where it is what
 * the address leads to, otherwise once the list is there, so that a click finds it.
 */
import type { Client } from '@parley/client/client'
import { fetchable } from '@parley/react/parts/fetchable'
import { useEffect } from 'react'

export const pane = fetchable(() =>
  import('@parley/react/conversation/ConversationPane').then(file => file.ConversationPane),
)

export function useFetchedPane({ conversations }: Client): void {
  useEffect(() => {
    const look = () => {
      if (conversations.get().status === 'loading') return
      stop()
      pane.prefetch()
    }
    const stop = conversations.subscribe(look)
    look()
    return stop
  }, [conversations])
}
