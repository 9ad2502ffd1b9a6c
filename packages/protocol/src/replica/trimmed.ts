import type { Replica } from './replica.ts'
import { unreadCount } from './unread.ts'

/**
 * The replica with the newest messages alone, as a cache keeps it; the rest is loaded again
 * when somebody asks for it. With `most` 0 it is as if none of its history had been loaded.
 * While something is still missing, nothing is taken away: rows may be needed to tell the
 * unread count.
 */
export function trimmed(replica: Replica, me: string, most: number): Replica {
  const { held, wanted, ahead, lastSeq, messages, from } = replica
  const isWhole = from === undefined || most === 0 ? messages.length <= 1 : messages.length <= most
  if ((isWhole && (from === undefined || most > 0)) || wanted > held || ahead.length > 0)
    return replica
  const unread = unreadCount(replica, me)
  if (unread === undefined) return replica
  const readSeq = replica.participants.find(({ userId }) => userId === me)?.readSeq ?? 0
  const counted = { version: held, lastSeq, readSeq, unread }
  if (from === undefined || most === 0)
    return { ...replica, messages: messages.slice(-1), from: undefined, complete: false, counted }
  const newest = messages.slice(-most)
  const first = newest[0]?.seq ?? from
  return { ...replica, messages: newest, from: Math.max(from, first), complete: false, counted }
}
