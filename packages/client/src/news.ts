/**
 * The newest message of somebody else that came while one was there, for whoever calls
 * attention to it. What was read with the list, or kept from before, is none.
 */
import type { Message } from '@parley/protocol/message'
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
  /** A conversation as it was held, and as it is now; `isMet` when the feed told of it first. */
  look(before: Replica | undefined, now: Replica, isMet: boolean): void
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
    look(before, now, isMet) {
      if (before ? now.lastSeq <= before.lastSeq : !isMet) return
      const readSeq = now.participants.find(({ userId }) => userId === me)?.readSeq ?? 0
      const known = Math.max(before?.lastSeq ?? 0, readSeq, readHere(now.id))
      const added = now.messages.slice(indexOfSeq(now.messages, known + 1))
      found.push(...added.filter(({ senderId, content }) => senderId !== me && content))
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
