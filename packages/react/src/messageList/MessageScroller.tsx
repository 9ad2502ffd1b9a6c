import type { ConversationView } from '@parley/client/conversationView'
import type { ReactNode } from 'react'
import type { Room } from '../conversation/room.ts'
import { words } from '../words/words.ts'
import { MessageRows } from './MessageRows.tsx'
import type { useMessageList } from './useMessageList.ts'

interface Props {
  name: string
  view: ConversationView
  room: Room
  list: ReturnType<typeof useMessageList>
  /** What stands above the first message. */
  children: ReactNode
}

/** The messages as one scrolls through them: by wheel, finger and keys. */
export function MessageScroller({ name, view, room, list, children }: Props) {
  const { rows, focused, scroll, jumps, walk, press } = list
  return (
    <div
      ref={scroll.scroller}
      role="log"
      aria-live="off"
      aria-label={words.conversation.log(name)}
      tabIndex={focused.index === -1 ? 0 : -1}
      onScroll={scroll.onScroll}
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
      onBlur={walk.onBlur}
      {...press}
      onPointerDown={event => {
        walk.onPointerDown()
        press.onPointerDown(event)
      }}
      className={`flex size-full flex-col overflow-y-auto overscroll-contain -outline-offset-2 [overflow-anchor:none] ${jumps.isOpen ? '' : 'invisible'}`}
    >
      <MessageRows
        rows={rows}
        virtualizer={scroll.virtualizer}
        room={room}
        others={view.conversation?.others ?? []}
        removing={view.removing}
        litKey={jumps.litKey}
        focusedKey={focused.key}
      >
        {children}
      </MessageRows>
    </div>
  )
}
