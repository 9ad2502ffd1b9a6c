/**
 * The newest message of somebody else that came while one was there, for whoever calls
 * attention to it. What was read with the list, or kept from before, is none.
 */
import type { Change } from '@parley/protocol/change'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import { indexOfSeq } from '@parley/protocol/replica/messages'
import type { Replica } from '@parley/protocol/replica/replica'
import type { Listed } from './listed.ts'
import { type Readable, writable } from './readable.ts'

export interface News {
  readonly conversationId: string
  readonly message: Message
  readonly isMentioned: boolean
  readonly isMuted: boolean
  readonly isArchived: boolean
}

interface Options {
  me: string
  listed: (conversationId: string) => Listed | undefined
  /** How far was read on this device. */
  readHere: (conversationId: string) => number
}

export interface NewsDesk {
  readonly news: Readable<News | undefined>
  /** A conversation as it was held, and as it is now; `met` is what the feed told of one that was not. */
  look(before: Replica | undefined, now: Replica, met: readonly Change[] | undefined): void
  /** Tells what was found, once all that belongs to it is in its place. */
  tell(): void
}

export function createNews({ me, listed, readHere }: Options): NewsDesk {
  const news = writable<News | undefined>(undefined)
  let found: Message[] = []

  function newsOf(message: Message): News | undefined {
    const conversation = listed(message.conversationId)
    if (!conversation) return undefined
    return {
      conversationId: conversation.id,
      message,
      isMentioned: message.content?.mentions?.includes(me) ?? false,
      isMuted: conversation.muted,
      isArchived: conversation.archived,
    }
  }

  return {
    news,
    look(before, now, met) {
      if (before ? now.lastSeq <= before.lastSeq : !met) return
      const own = now.participants.find(({ userId }) => userId === me)
      const known = Math.max(before?.lastSeq ?? 0, own?.readSeq ?? 0, readHere(now.id))
      const added = now.messages
        .slice(indexOfSeq(now.messages, known + 1))
        .filter(({ senderId, content }) => senderId !== me && content)
      found.push(...(met && !before ? added.filter(one => hasJustCome(one, met, own)) : added))
    },
    tell() {
      if (found.length === 0) return
      const all = found.flatMap(message => newsOf(message) ?? [])
      found = []
      // Of several at once, one that may be called attention to.
      const newest = all.findLast(one => one.isMentioned || !(one.isMuted || one.isArchived))
      news.set(newest ?? all.at(-1) ?? news.get())
    },
  }
}

/**
 * Of a conversation that was not held anything may have been told: that it was pinned, or that an
 * old message was edited. Where no message itself was told, one is new that no device of mine has.
 */
function hasJustCome({ seq }: Message, met: readonly Change[], own: Participant | undefined) {
  const told = met.flatMap(change =>
    'message' in change && change.message.seq === seq ? [change.message] : [],
  )
  if (told.length === 0) return seq > (own?.deliveredSeq ?? 0)
  return told.some(({ editedAt, reactions }) => !editedAt && reactions.length === 0)
}
