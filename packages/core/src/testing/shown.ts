import type { Conversation } from '@parley/protocol/conversation'
import type { Replica } from '@parley/protocol/replica/replica'
import { unreadCount } from '@parley/protocol/replica/unread'

/** What a replica shows, as a fresh reading would say it. */
export function shown(replica: Replica, me: string): Conversation {
  const { id, held, lastSeq, shared, openedBy, participants, messages, updatedAt } = replica
  return {
    id,
    version: held,
    lastSeq,
    ...(shared.title !== undefined && { title: shared.title }),
    ...(shared.job && { job: shared.job }),
    ...(openedBy && { openedBy }),
    participants: [...participants],
    ...(messages.length > 0 && { lastMessage: messages.at(-1) }),
    unreadCount: unreadCount(replica, me) ?? -1,
    updatedAt,
  }
}
