/** What is unread over all conversations that may call for attention, as the list shows them. */
import { limits } from '@parley/protocol/limits'
import type { Conversations } from './conversationList.ts'
import { derived, type Readable } from './readable.ts'

export interface UnreadTotals {
  /** At most `limits.unreadMax`, as everywhere. */
  readonly messages: number
  /** Those with unread messages, and those one marked. */
  readonly conversations: number
}

/** Muted ones count on their own badge only, archived ones in the archive. */
function totalsOf({ items }: Conversations): UnreadTotals {
  const unread = items.filter(one => !one.muted && (one.unreadCount > 0 || one.markedUnread))
  const messages = unread.reduce((sum, { unreadCount }) => sum + unreadCount, 0)
  return { messages: Math.min(messages, limits.unreadMax), conversations: unread.length }
}

export function createUnreadTotals(conversations: Readable<Conversations>): Readable<UnreadTotals> {
  let from: Conversations | undefined
  const totals = derived<UnreadTotals>(before => {
    from = conversations.get()
    const next = totalsOf(from)
    const isSame = before?.messages === next.messages && before.conversations === next.conversations
    return isSame ? before : next
  })
  return {
    get() {
      if (conversations.get() !== from) totals.expire()
      return totals.get()
    },
    subscribe: conversations.subscribe,
  }
}
