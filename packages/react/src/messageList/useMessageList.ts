/** How the list of messages moves, loads, is read and acted upon: its parts put together. */
import type { ConversationHandle } from '@parley/client/conversationHandle'
import type { ConversationView } from '@parley/client/conversationView'
import { limits } from '@parley/protocol/limits'
import type { Room } from '../conversation/room.ts'
import { messageActs } from '../message/messageActs.ts'
import { useMessageMenu } from '../message/useMessageMenu.ts'
import { usePress } from '../message/usePress.ts'
import { firstTarget } from './jumps.ts'
import { useEdges } from './useEdges.ts'
import { useFirstUnread } from './useFirstUnread.ts'
import { useJumps } from './useJumps.ts'
import { useMessageScroll } from './useMessageScroll.ts'
import { useReading } from './useReading.ts'
import { useRows } from './useRows.ts'
import { useFocusedRow, useWalk } from './useWalk.ts'

interface Given {
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

export function useMessageList({ view, handle, room, readSeq, seq }: Given) {
  const { messages, complete, latest } = view
  const firstUnread = useFirstUnread(view, room.me, readSeq)
  // What waits comes after the newest message, which an older part does not reach.
  const outgoing = latest ? view.outgoing : nothing
  const rows = useRows({ me: room.me, messages, outgoing, complete, firstUnread })
  const focused = useFocusedRow(rows)
  const keptIndex = focused.index
  const scroll = useMessageScroll({ rows, latest, keptIndex })
  const { scroller, virtualizer } = scroll

  const first = () => {
    const unreadCount = view.conversation?.unreadCount ?? 0
    const { unreadMax } = limits
    return firstTarget({ seq, messages, complete, readSeq, unreadCount, unreadMax })
  }
  const jumps = useJumps({ first, seq, rows, virtualizer, view, handle })
  const { isPlaced, litKey, toEnd } = jumps
  useReading({ rows, virtualizer, isPlaced, readSeq, markRead: handle.markRead })
  const edges = useEdges({ view, handle, rows, virtualizer, keptIndex, isPlaced })

  const menu = useMessageMenu(rows)
  const onAct = messageActs({ room, scroller, openMenu: menu.open })
  const { focusComposer } = room.acts
  const at = { rows, scroller, virtualizer, litKey }
  const walk = useWalk(focused, { ...at, toEnd, focusComposer, onAct })
  const press = usePress((index, at) => menu.open(rows[index], at))
  return { rows, focused, scroll, jumps, edges, menu, walk, press }
}
