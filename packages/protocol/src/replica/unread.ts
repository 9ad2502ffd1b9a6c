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
  const after = replica.messages.slice(indexOfSeq(replica.messages, readSeq + 1))
  const counts = (message: Message) => message.senderId !== me && !message.removedAt
  if (after.length === replica.lastSeq - readSeq) return capped(after.filter(counts).length)

  const { counted } = replica
  if (counted.readSeq !== readSeq) return undefined
  const changed = after.filter(message => message.version > counted.version)
  const added = changed.filter(message => message.seq > counted.lastSeq && counts(message))
  const removed = changed.filter(
    message => message.seq <= counted.lastSeq && message.removedAt && message.senderId !== me,
  )
  // At the cap nobody knows how many there were beyond it.
  if (counted.unread >= limits.unreadMax && removed.length > 0) return undefined
  return capped(Math.max(0, counted.unread + added.length - removed.length))
}

function capped(count: number): number {
  return Math.min(count, limits.unreadMax)
}
