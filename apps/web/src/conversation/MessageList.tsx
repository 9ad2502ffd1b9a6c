import type { ConversationView } from '@parley/client/conversationView'
import { type Ref, useEffect, useImperativeHandle, useMemo, useState } from 'react'
import { Busy } from '../parts/Busy.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'
import { Announcer } from './Announcer.tsx'
import { LatestPill } from './LatestPill.tsx'
import { MessageRow } from './MessageRow.tsx'
import type { Room, RoomActs } from './room.ts'
import { rowsOf } from './rows.ts'
import { topSpace, useFirstPlace, useMessageScroll } from './useMessageScroll.ts'
import { useReading } from './useReading.ts'
import { useSeek } from './useSeek.ts'

/** Older messages are asked for when so few rows are left above. */
const olderWithin = 20

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
  const { messages, outgoing, complete, loadingOlder, removing } = view
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

  const isNearTop = (virtualizer.range?.startIndex ?? olderWithin) < olderWithin
  const isOlderDue = isPlaced && isNearTop && !complete && !loadingOlder
  useEffect(() => {
    if (isOlderDue) loadOlder().catch(() => undefined) // tried again at the next scroll
  }, [isOlderDue, loadOlder])

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
        className="size-full overflow-y-auto overscroll-contain [overflow-anchor:none] -outline-offset-2"
      >
        <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          <Top
            hasMessages={rows.length > 0}
            name={name}
            complete={complete}
            loadingOlder={loadingOlder}
          />
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index]
            if (!row) return null
            const messageId = row.kind === 'message' ? row.message.id : undefined
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={`absolute inset-x-0 top-0 ${messageId && messageId === litId ? 'animate-found' : ''}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MessageRow
                  row={row}
                  room={seeking}
                  isRemoving={messageId !== undefined && removing.has(messageId)}
                />
              </div>
            )
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <div className="absolute inset-0 flex">
          <EmptyState title={words.conversation.empty} text={words.conversation.emptyText(name)} />
        </div>
      )}
      <LatestPill room={seeking} isAtEnd={isAtEnd} onClick={toEnd} />
      <Announcer room={seeking} />
    </div>
  )
}

/**
 * The first message that I had not read when I came; it stays marked until I leave. Nothing
 * while it is further up than what is loaded, and nothing for what comes while I am here.
 */
function useFirstUnread(view: ConversationView, me: string, readSeq: number): number | undefined {
  const { messages, complete } = view
  const [opened] = useState(() => ({ readSeq, lastSeq: messages.at(-1)?.seq ?? 0 }))
  return useMemo(() => {
    const isLoaded = complete || (messages[0]?.seq ?? 0) <= opened.readSeq + 1
    if (!isLoaded) return undefined
    return messages.find(
      ({ seq, senderId }) => seq > opened.readSeq && seq <= opened.lastSeq && senderId !== me,
    )?.seq
  }, [messages, complete, opened, me])
}

interface TopProps {
  hasMessages: boolean
  name: string
  complete: boolean
  loadingOlder: boolean
}

function Top({ hasMessages, name, complete, loadingOlder }: TopProps) {
  return (
    <div
      className="absolute inset-x-0 top-0 flex items-center justify-center px-6 text-center text-small text-soft"
      style={{ height: topSpace }}
    >
      {complete && hasMessages && <p className="max-w-96">{words.conversation.beginning(name)}</p>}
      {loadingOlder && (
        <p role="status" className="flex animate-late items-center gap-2">
          <Busy />
          {words.conversation.loadingOlder}
        </p>
      )}
    </div>
  )
}
