import { limits } from '../limits.ts'
import type { Message } from '../message.ts'
import { indexOfSeq } from './messages.ts'
import type { Replica } from './replica.ts'

/**
 * How many messages the person `me` has not read: messages of others, not removed, after my
 * read position; at most `limits.unreadMax`. Nothing when what is held does not tell, and
 * the conversation must be read again.
 */
export function unreadCount(replica: Replica, me: string): number | undefined {
  const own = replica.participants.find(participant => participant.userId === me)
  const readSeq = own?.readSeq ?? 0
  if (readSeq >= replica.lastSeq) return 0
  const { messages, counted } = replica
  const first = indexOfSeq(messages, readSeq + 1)
  const counts = (message: Message) => message.senderId !== me && !message.removedAt
  const isAllHeld = messages.length - first === replica.lastSeq - readSeq
  if (isAllHeld) return countedFrom(messages, first, counts)

  if (counted.readSeq !== readSeq) return undefined
  const changed = messages.slice(first).filter(message => message.version > counted.version)
  const added = changed.filter(message => message.seq > counted.lastSeq && counts(message))
  const removed = changed.filter(
    message => message.seq <= counted.lastSeq && message.removedAt && message.senderId !== me,
  )
  // At the cap nobody knows how many there were beyond it.
  if (counted.unread >= limits.unreadMax && removed.length > 0) return undefined
  return capped(Math.max(0, counted.unread + added.length - removed.length))
}

/** Looks no further than it counts: it is asked with every change. */
function countedFrom(
  messages: readonly Message[],
  first: number,
  counts: (message: Message) => boolean,
): number {
  let count = 0
  for (let at = first; count < limits.unreadMax; at += 1) {
    const message = messages[at]
    if (!message) break
    if (counts(message)) count += 1
  }
  return count
}

function capped(count: number): number {
  return Math.min(count, limits.unreadMax)
}
