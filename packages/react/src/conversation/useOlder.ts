import type { ConversationView } from '@parley/client/conversationView'
import { useCallback, useEffect, useState } from 'react'

interface Given {
  view: Pick<ConversationView, 'messages' | 'complete' | 'loadingOlder'>
  /** Few rows are left above what is seen. */
  isNearTop: boolean
  loadOlder: () => Promise<void>
}

/** Loads older messages before they are scrolled to. One refusal is enough: then a person asks again. */
export function useOlder({ view, isNearTop, loadOlder }: Given) {
  const { messages, complete, loadingOlder } = view
  const oldest = messages[0]?.id
  const [refusedAt, setRefusedAt] = useState<string>()
  const hasFailed = oldest !== undefined && refusedAt === oldest
  const isDue = isNearTop && !complete && !loadingOlder && !hasFailed

  useEffect(() => {
    if (isDue) loadOlder().catch(() => setRefusedAt(oldest))
  }, [isDue, loadOlder, oldest])

  return { hasFailed, retry: useCallback(() => setRefusedAt(undefined), []) }
}
