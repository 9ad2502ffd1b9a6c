import type { ReactNode } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { Button } from '../parts/Button.tsx'
import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useClient } from '../useClient.ts'
import { useConversations } from '../useConversations.ts'
import { words } from '../words/words.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { useSteadyOrder } from './useSteadyOrder.ts'

interface Props {
  /** The one that is shown beside it. */
  chosenId: string | undefined
  /** What stands there when there are none. */
  empty: ReactNode
}

/** The conversations, newest activity first. */
export function ConversationList({ chosenId, empty }: Props) {
  const client = useClient()
  const { status, items, hasMore, loadMore } = useConversations()
  const { ordered, ...hovering } = useSteadyOrder(items)

  const isOffline = useOffline()

  if (status === 'loading' && items.length === 0) {
    if (!isOffline) return <Skeleton rows={6} />
    return <p className="px-4 py-6 text-center text-soft">{words.conversations.offline}</p>
  }
  if (status === 'failed' && items.length === 0) {
    return (
      <div className="p-4">
        <Problem text={words.conversations.failed}>
          <Button kind="plain" onClick={client.reconnectNow}>
            {words.tryAgain}
          </Button>
        </Problem>
      </div>
    )
  }
  if (items.length === 0) return empty
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4" {...hovering}>
      <ul aria-label={words.conversations.title}>
        {ordered.map(listed => (
          <ConversationRow key={listed.id} listed={listed} isChosen={listed.id === chosenId} />
        ))}
      </ul>
      {hasMore && (
        <div className="mt-2 flex justify-center">
          <Button kind="quiet" onClick={loadMore}>
            {words.conversations.more}
          </Button>
        </div>
      )}
    </div>
  )
}
