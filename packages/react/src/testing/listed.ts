import type { Listed } from '@parley/client/listed'

/** A conversation as the list has it, of which nothing matters but which one it is. */
export function listed(id: string): Listed {
  return {
    id,
    participants: [],
    others: [],
    unreadCount: 0,
    readSeq: 0,
    updatedAt: '2026-11-03T12:00:00.000Z',
    pinned: false,
    muted: false,
    archived: false,
    markedUnread: false,
    mentioned: false,
  }
}
