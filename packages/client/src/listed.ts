/** A conversation as the list and the header of a screen show it: pure. */
import type { Job } from '@parley/protocol/job'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import { indexOfSeq } from '@parley/protocol/replica/messages'
import type { Replica } from '@parley/protocol/replica/replica'
import type { Wishes } from './mine.ts'
import type { Outgoing, Queue } from './outbox.ts'
import { type Overlay, overlaid } from './overlays.ts'

export interface Listed {
  readonly id: string
  readonly title?: string | undefined
  readonly job?: Job | undefined
  readonly openedBy?: string | undefined
  /** Everybody who takes part or took part: their messages need their names. */
  readonly participants: readonly Participant[]
  /** Those who take part, without oneself. */
  readonly others: readonly Participant[]
  readonly lastMessage?: Message | undefined
  /** The newest message that failed, or else the newest that waits to be sent. */
  readonly pending?: Outgoing | undefined
  readonly unreadCount: number
  /** How far one has read, also what the server has not been told yet. */
  readonly readSeq: number
  readonly updatedAt: string
  readonly pinned: boolean
  readonly muted: boolean
  readonly archived: boolean
  /** By oneself, to come back to it; apart from `unreadCount`. */
  readonly markedUnread: boolean
  /** A message that one has not read names one, as far as messages are held. */
  readonly mentioned: boolean
}

/** All that it is made from: as long as these are the same objects, it is the same. */
export interface ListedSources {
  replica: Replica
  queue: Queue
  overlays: readonly Overlay[]
  wishes: Wishes
  unreadCount: number
  /** How far this device has read. */
  readHere: number
}

export function listedOf(me: string, sources: ListedSources): Listed {
  const { replica, queue, overlays, wishes, unreadCount, readHere } = sources
  const { id, shared, participants } = replica
  const mine = participants.find(({ userId }) => userId === me)
  const newest = queue.at(-1)
  const readSeq = Math.max(mine?.readSeq ?? 0, readHere)
  return {
    id,
    title: shared.title,
    job: shared.job,
    openedBy: replica.openedBy,
    participants,
    others: participants.filter(({ userId, leftAt }) => userId !== me && leftAt === undefined),
    lastMessage: overlaid(replica.messages.slice(-1), overlays)[0],
    pending: queue.findLast(({ state }) => state.kind === 'failed') ?? newest,
    unreadCount,
    readSeq,
    updatedAt: newest ? later(replica.updatedAt, newest.createdAt) : replica.updatedAt,
    pinned: wishes.pinned ?? mine?.pinned ?? false,
    muted: wishes.muted ?? mine?.muted ?? false,
    archived: wishes.archived ?? mine?.archived ?? false,
    markedUnread: wishes.unread ?? mine?.markedUnread ?? false,
    mentioned: unreadCount > 0 && isMentioned(me, replica, readSeq),
  }
}

/** Asked with every change, however much is loaded: nothing is copied for it. */
function isMentioned(me: string, { messages }: Replica, readSeq: number): boolean {
  for (let at = indexOfSeq(messages, readSeq + 1); at < messages.length; at += 1) {
    const { senderId, content } = messages[at] ?? {}
    if (senderId !== me && content?.mentions?.includes(me)) return true
  }
  return false
}

/** Pinned ones first, then the newest activity. */
export function compareListed(a: Listed, b: Listed): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}

function later(a: string, b: string): string {
  return a < b ? b : a
}
