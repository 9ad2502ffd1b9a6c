import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import { parseMessageId } from '@parley/protocol/ids'
import { limits } from '@parley/protocol/limits'
import { type Ref, useImperativeHandle } from 'react'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'
import { Announcer } from './Announcer.tsx'
import { firstTarget } from './jumps.ts'
import { LatestPill } from './LatestPill.tsx'
import { ListBottom } from './ListBottom.tsx'
import { ListTop } from './ListTop.tsx'
import { Loading } from './Loading.tsx'
import { MenuAt } from './MenuAt.tsx'
import { MessageRows } from './MessageRows.tsx'
import { messageActs } from './messageActs.ts'
import type { Room } from './room.ts'
import { useEdges } from './useEdges.ts'
import { useFirstUnread } from './useFirstUnread.ts'
import { useJumps } from './useJumps.ts'
import { useMessageMenu } from './useMessageMenu.ts'
import { useMessageScroll } from './useMessageScroll.ts'
import { usePress } from './usePress.ts'
import { useReading } from './useReading.ts'
import { useRows } from './useRows.ts'
import { useFocusedRow, useWalk } from './useWalk.ts'

export interface MessageListHandle {
  toEnd: () => void
  seek: (messageId: string) => void
  hold: () => void
}

interface Props {
  ref: Ref<MessageListHandle>
  name: string
  view: ConversationView
  handle: Pick<
    ConversationHandle,
    'loadOlder' | 'loadNewer' | 'lookAt' | 'lookAtLatest' | 'markRead'
  >
  room: Room
  readSeq: number
  /** The message to be at, by its number. */
  seq: number | undefined
}

const nothing: ConversationView['outgoing'] = []

export function MessageList({ ref, name, view, handle, room, readSeq, seq }: Props) {
  const { messages, tail, complete, latest, removing } = view
  const firstUnread = useFirstUnread(view, room.me, readSeq)
  // What waits comes after the newest message, which an older part does not reach.
  const outgoing = latest ? view.outgoing : nothing
  const rows = useRows({ me: room.me, messages, outgoing, complete, firstUnread })
  const focused = useFocusedRow(rows)
  const scroll = useMessageScroll({ rows, latest, keptIndex: focused.index })
  const { scroller, virtualizer, isAtEnd, onScroll, hold } = scroll
  const { conversation } = view
  const opening = { seq, messages, complete, readSeq, unreadMax: limits.unreadMax }
  const jumps = useJumps({
    first: () => firstTarget({ ...opening, unreadCount: conversation?.unreadCount ?? 0 }),
    seq,
    rows,
    virtualizer,
    view,
    handle,
  })
  const { isPlaced, isOpen, toEnd, seek } = jumps
  useReading({ rows, virtualizer, isPlaced, readSeq, markRead: handle.markRead })
  const edges = useEdges({ view, handle, rows, virtualizer, keptIndex: focused.index, isPlaced })
  useImperativeHandle(ref, () => {
    const seekId = (messageId: string) => {
      const at = parseMessageId(messageId)
      if (at) seek(at.seq)
    }
    return { toEnd, hold, seek: seekId }
  }, [toEnd, hold, seek])

  const menu = useMessageMenu(rows)
  const onAct = messageActs({ room, scroller, openMenu: menu.open })
  const { focusComposer } = room.acts
  const walk = useWalk(focused, { rows, scroller, virtualizer, toEnd, focusComposer, onAct })
  const press = usePress((index, at) => menu.open(rows[index], at))

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={words.conversation.log(name)}
        tabIndex={focused.index === -1 ? 0 : -1}
        onScroll={onScroll}
        onKeyDown={walk.onKeyDown}
        onFocus={walk.onFocus}
        onBlur={walk.onBlur}
        {...press}
        onPointerDown={event => {
          walk.onPointerDown()
          press.onPointerDown(event)
        }}
        className={`flex size-full flex-col overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none] ${isOpen ? '' : 'invisible'}`}
      >
        <MessageRows
          rows={rows}
          virtualizer={virtualizer}
          room={room}
          others={conversation?.others ?? []}
          removing={removing}
          litKey={jumps.litKey}
          focusedKey={focused.key}
        >
          {rows.length > 0 && (
            <ListTop
              beginning={room.isGroup ? words.group.beginning : words.conversation.beginning(name)}
              complete={complete}
              loadingOlder={view.loadingOlder}
              onRetry={edges.retryOlder}
            />
          )}
        </MessageRows>
      </div>
      {!isOpen && (
        <div className="absolute inset-0 flex">
          <Loading />
        </div>
      )}
      {rows.length === 0 && isOpen && (
        <div className="absolute inset-0 flex">
          <EmptyState
            title={words.conversation.empty}
            text={room.isGroup ? words.group.emptyText : words.conversation.emptyText(name)}
          />
        </div>
      )}
      <ListBottom
        isSeeking={isOpen && jumps.isSeeking}
        loadingNewer={view.loadingNewer}
        onRetry={edges.retryNewer}
      >
        <LatestPill tail={tail} me={room.me} isAtEnd={isAtEnd} onClick={toEnd} />
      </ListBottom>
      {menu.opened && (
        <MenuAt
          key={menu.opened.turn}
          message={menu.opened.message}
          at={menu.opened.at}
          room={room}
          onClosed={() => {
            menu.close()
            if (menu.opened) walk.focusRow(menu.opened.key)
          }}
        />
      )}
      <Announcer tail={tail} room={room} />
    </div>
  )
}
