/**
 * The unread count of each conversation, with what was read here and not answered yet already
 * counted as read. Where what is held does not tell, the last known count stands and a fresh
 * reading is asked for, once.
 */
import type { Replica } from '@parley/protocol/replica/replica'
import { unreadCount } from '@parley/protocol/replica/unread'

export interface Unread {
  count(replica: Replica): number
  /** Looks whether the count can still be told. */
  notice(replica: Replica): void
  forgetAll(): void
}

interface Options {
  me: string
  /** How far this device has read. */
  readHere: (conversationId: string) => number
  onUnknown: (conversationId: string) => void
}

export function createUnread({ me, readHere, onUnknown }: Options): Unread {
  const known = new Map<string, number>()
  const asked = new Map<string, string>()

  return {
    count(replica) {
      const { id } = replica
      const count =
        unreadCount(asReadHere(replica, me, readHere(id)), me) ?? unreadCount(replica, me)
      if (count !== undefined) known.set(id, count)
      return count ?? known.get(id) ?? 0
    },
    notice(replica) {
      const { id, counted, participants } = replica
      if (unreadCount(replica, me) !== undefined) return
      const readSeq = participants.find(({ userId }) => userId === me)?.readSeq ?? 0
      const question = `${readSeq} ${counted.version}`
      if (asked.get(id) === question) return
      asked.set(id, question)
      onUnknown(id)
    },
    forgetAll() {
      known.clear()
      asked.clear()
    },
  }
}

function asReadHere(replica: Replica, me: string, seq: number): Replica {
  const at = replica.participants.findIndex(({ userId }) => userId === me)
  const mine = replica.participants[at]
  if (!mine || mine.readSeq >= seq) return replica
  return { ...replica, participants: replica.participants.with(at, { ...mine, readSeq: seq }) }
}
