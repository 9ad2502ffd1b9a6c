import { useOffline } from '../connection/useOffline.ts'
import { BubbleSkeleton } from '../message/BubbleSkeleton.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'

/** The messages are on their way, or cannot be while there is no connection. */
export function Loading({ heading = 'h2' }: { heading?: 'h1' | 'h2' }) {
  const { offline, offlineText } = words.conversation
  if (useOffline()) return <EmptyState heading={heading} title={offline} text={offlineText} />
  return <BubbleSkeleton />
}
