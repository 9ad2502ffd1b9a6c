import { messagesWithin } from './messages.ts'
import { ownRow } from './participants.ts'
import { type Counted, hasGap, type Replica } from './replica.ts'
import { unreadCount } from './unread.ts'

/**
 * The replica with the newest messages of its tail alone, as a cache keeps it; the rest is
 * loaded again when somebody asks for it. With `most` 0 it is as if none of its history had
 * been loaded. While something is still missing no row is taken away: rows may be needed to
 * tell the unread count.
 */
export function trimmed(replica: Replica, me: string, most: number): Replica {
  const { stretch } = replica
  const from = most === 0 ? undefined : replica.from
  const messages =
    from === undefined
      ? replica.messages.slice(-1)
      : messagesWithin(replica.messages, { from }).slice(-most)
  const begins = from === undefined ? undefined : Math.max(from, messages[0]?.seq ?? from)
  const isWhole = messages.length === replica.messages.length && begins === replica.from
  if (isWhole && !stretch) return replica
  const counted = countedNow(replica, me)
  if (!counted) return stretch ? { ...replica, stretch: undefined } : replica
  const complete = replica.complete && begins === replica.from
  return { ...replica, messages, from: begins, complete, stretch: undefined, counted }
}

/** Without the rows that no loaded part needs, unless something is still missing. */
export function loadedAlone(replica: Replica): Replica {
  const { messages, stretch, participants } = replica
  const apart = stretch ? messagesWithin(messages, stretch) : []
  const newest = Math.max(messages.at(-1)?.seq ?? 0, (stretch?.to ?? 0) + 1)
  const tail = messagesWithin(messages, { from: replica.from ?? newest })
  const counted = countedNow(replica, ownRow(participants)?.userId)
  return counted ? { ...replica, messages: [...apart, ...tail], counted } : replica
}

/** The count as what is held tells it now, so that it is told without rows from then on. */
function countedNow(replica: Replica, me: string | undefined): Counted | undefined {
  const { held, ahead, lastSeq, participants } = replica
  if (me === undefined || hasGap(replica) || ahead.length > 0) return undefined
  const unread = unreadCount(replica, me)
  if (unread === undefined) return undefined
  const readSeq = participants.find(({ userId }) => userId === me)?.readSeq ?? 0
  return { version: held, lastSeq, readSeq, unread }
}
