import { type ReactNode, useMemo } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { Button } from '../parts/Button.tsx'
import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import type { ListName } from './listMemory.ts'
import type { Source } from './loadedMore.ts'

/** Where the conversations of a list come from. */
export function useSource(name: ListName): Source {
  const client = useClient()
  return useMemo(
    () =>
      name === 'inbox'
        ? { conversations: client.conversations, loadMore: client.loadMoreConversations }
        : { conversations: client.archived, loadMore: client.loadMoreArchived },
    [client, name],
  )
}

interface Props {
  status: 'loading' | 'ready' | 'failed'
  /** Something is there to be shown, or might still come. */
  hasRows: boolean
  /** What stands there when there are none. */
  empty: ReactNode
  children: ReactNode
}

/** A list that loads, that could not be loaded, that is empty, or that is there. */
export function ListStates({ status, hasRows, empty, children }: Props) {
  const client = useClient()
  const isOffline = useOffline()
  if (hasRows) return children
  if (status === 'ready') return empty
  if (status === 'failed') {
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
  if (!isOffline) return <Skeleton rows={6} isTall />
  return <p className="px-4 py-6 text-center text-soft">{words.conversations.offline}</p>
}
