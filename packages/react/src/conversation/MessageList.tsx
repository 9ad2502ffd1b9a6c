import type { ConversationView } from '@parley/client/conversationView'
import { type Ref, useImperativeHandle, useMemo } from 'react'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'
import { Announcer } from './Announcer.tsx'
import { LatestPill } from './LatestPill.tsx'
import { ListTop } from './ListTop.tsx'
import { MessageRows } from './MessageRows.tsx'
import type { Room, RoomActs } from './room.ts'
import { rowsOf } from './rows.ts'
import { useFirstPlace } from './useFirstPlace.ts'
import { useFirstUnread } from './useFirstUnread.ts'
import { useMessageScroll } from './useMessageScroll.ts'
import { useOlder } from './useOlder.ts'
import { useReading } from './useReading.ts'
import { useSeek } from './useSeek.ts'

/** Older messages are asked for when so few rows are left above those that are drawn. */
const olderWithin = 10

export interface MessageListHandle {
  toEnd: () => void
}

interface Props {
  ref: Ref<MessageListHandle>
  name: string
  view: ConversationView
  room: Omit<Room, 'acts'> & { acts: Omit<RoomActs, 'seek'> }
  readSeq: number
  loadOlder: () => Promise<void>
  markRead: (seq: number) => void
}

export function MessageList({ ref, name, view, room, readSeq, loadOlder, markRead }: Props) {
  const { messages, outgoing, complete, removing } = view
  const firstUnread = useFirstUnread(view, room.me, readSeq)
  const rows = useMemo(
    () => rowsOf({ me: room.me, messages, outgoing, complete, firstUnread }),
    [room.me, messages, outgoing, complete, firstUnread],
  )
  const { scroller, virtualizer, isAtEnd, onScroll, toEnd } = useMessageScroll(rows)
  const isPlaced = useFirstPlace(rows, { virtualizer, toEnd })
  useReading({ rows, virtualizer, readSeq, markRead })
  useImperativeHandle(ref, () => ({ toEnd }), [toEnd])

  const { seek, litId } = useSeek({ rows, virtualizer, complete, loadOlder })
  const seeking = useMemo(() => ({ ...room, acts: { ...room.acts, seek } }), [room, seek])

  // Not the virtualizer's `range`: at this point that is still the one before these rows.
  const [topmost] = virtualizer.getVirtualItems()
  const isNearTop = topmost !== undefined && topmost.index < olderWithin
  const older = useOlder({ view, isNearTop: isPlaced && isNearTop, loadOlder })

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={words.conversation.log(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
        tabIndex={0}
        onScroll={onScroll}
        className="flex size-full flex-col overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none]"
      >
        <MessageRows
          rows={rows}
          virtualizer={virtualizer}
          room={seeking}
          removing={removing}
          litId={litId}
        >
          {rows.length > 0 && (
            <ListTop
              beginning={room.isGroup ? words.group.beginning : words.conversation.beginning(name)}
              complete={complete}
              loadingOlder={view.loadingOlder}
              onRetry={older.hasFailed ? older.retry : undefined}
            />
          )}
        </MessageRows>
      </div>
      {rows.length === 0 && (
        <div className="absolute inset-0 flex">
          <EmptyState
            title={words.conversation.empty}
            text={room.isGroup ? words.group.emptyText : words.conversation.emptyText(name)}
          />
        </div>
      )}
      <LatestPill room={seeking} isAtEnd={isAtEnd} onClick={toEnd} />
      <Announcer room={seeking} />
    </div>
  )
}
