import { type ReactNode, useState } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { useClient } from '../useClient.ts'
import { useReadable } from '../useReadable.ts'
import { words } from '../words/words.ts'
import { ArchivedLink } from './ArchivedLink.tsx'
import { ListFilter, ListFilterSkeleton } from './ListFilter.tsx'
import { ListStates, useSource } from './ListStates.tsx'
import { listMemory } from './listMemory.ts'
import { useShown } from './useShown.ts'
import { VirtualRows } from './VirtualRows.tsx'

interface Props {
  /** The one that is shown beside it. */
  chosenId: string | undefined
  /** What stands there when there are none. */
  empty: ReactNode
  /** Shown in place of the archive, which had the focus. */
  isBackFromArchive?: boolean
}

/** The conversations: pinned ones, then those with the newest activity. */
export function ConversationList({ chosenId, empty, isBackFromArchive = false }: Props) {
  const source = useSource('inbox')
  const { status, items, hasMore } = useReadable(source.conversations)
  const memory = listMemory(useClient(), 'inbox')
  const [isUnreadOnly, setUnreadOnly] = useState(memory.isUnreadOnly)
  const isOffline = useOffline()
  const shown = useShown(items, { isUnreadOnly, chosenId })

  function filter(isOn: boolean) {
    memory.isUnreadOnly = isOn
    memory.offset = 0
    setUnreadOnly(isOn)
  }

  return (
    <>
      {items.length > 0 && <ListFilter isUnreadOnly={isUnreadOnly} onFilter={filter} />}
      {items.length === 0 && status === 'loading' && !isOffline && <ListFilterSkeleton />}
      <ListStates
        status={status}
        hasRows={shown.length > 0 || (hasMore && status === 'ready')}
        empty={
          <>
            {!isUnreadOnly && <ArchivedLink catchesFocus={isBackFromArchive} />}
            {isUnreadOnly ? <NoneUnread onShowAll={() => filter(false)} /> : empty}
          </>
        }
      >
        <VirtualRows
          key={isUnreadOnly ? 'unread' : 'all'}
          name="inbox"
          label={words.conversations.title}
          source={source}
          items={shown}
          hasMore={hasMore}
          chosenId={chosenId}
        >
          {!isUnreadOnly && <ArchivedLink catchesFocus={isBackFromArchive} />}
        </VirtualRows>
      </ListStates>
    </>
  )
}

function NoneUnread({ onShowAll }: { onShowAll: () => void }) {
  return (
    <EmptyState title={words.conversations.noneUnread} catchesFocus>
      <Button kind="quiet" onClick={onShowAll}>
        {words.conversations.showAll}
      </Button>
    </EmptyState>
  )
}
