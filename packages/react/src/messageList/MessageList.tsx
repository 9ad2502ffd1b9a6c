import { parseMessageId } from '@parley/protocol/ids'
import { type Ref, useImperativeHandle } from 'react'
import { Loading } from '../conversation/Loading.tsx'
import { MenuAt } from '../message/MenuAt.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'
import { Announcer } from './Announcer.tsx'
import { LatestPill } from './LatestPill.tsx'
import { ListBottom } from './ListBottom.tsx'
import { ListTop } from './ListTop.tsx'
import { MessageScroller } from './MessageScroller.tsx'
import { useMessageList } from './useMessageList.ts'

export interface MessageListHandle {
  toEnd: () => void
  seek: (messageId: string) => void
  hold: () => void
}

type Props = Parameters<typeof useMessageList>[0] & { ref: Ref<MessageListHandle>; name: string }

export function MessageList({ ref, name, ...given }: Props) {
  const { view, room } = given
  const list = useMessageList(given)
  const { rows, edges, jumps, scroll } = list
  const { isOpen, toEnd, seek } = jumps
  const { hold } = scroll
  useImperativeHandle(ref, () => {
    const seekId = (messageId: string) => {
      const at = parseMessageId(messageId)
      if (at) seek(at.seq)
    }
    return { toEnd, hold, seek: seekId }
  }, [toEnd, hold, seek])

  return (
    <div className="relative min-h-0 flex-1">
      <MessageScroller name={name} view={view} room={room} list={list}>
        {rows.length > 0 && (
          <ListTop
            beginning={room.isGroup ? words.group.beginning : words.conversation.beginning(name)}
            complete={view.complete}
            loadingOlder={view.loadingOlder}
            onRetry={edges.retryOlder}
          />
        )}
      </MessageScroller>
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
        <LatestPill tail={view.tail} me={room.me} isAtEnd={scroll.isAtEnd} onClick={toEnd} />
      </ListBottom>
      <OpenMenu list={list} room={room} />
      <Announcer tail={view.tail} room={room} />
    </div>
  )
}

function OpenMenu({ list, room }: Pick<Parameters<typeof MessageScroller>[0], 'list' | 'room'>) {
  const { menu, walk } = list
  const { opened } = menu
  if (!opened) return null
  const close = (isWriting: boolean) => {
    menu.close()
    if (!isWriting) walk.comeBackTo(opened.key)
  }
  return (
    <MenuAt
      key={opened.turn}
      message={opened.message}
      at={opened.at}
      room={room}
      onClosed={close}
    />
  )
}
