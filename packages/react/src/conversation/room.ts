import type { Listed } from '@parley/client/listed'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'

/** What a message needs to know of its conversation, and what can be done with it there. */
export interface Room {
  me: string
  others: readonly Participant[]
  isGroup: boolean
  nameOf: (userId: string) => string
  messages: readonly Message[]
  acts: RoomActs
}

export interface RoomActs {
  reply: (message: Message) => void
  edit: (message: Message) => void
  remove: (messageId: string) => void
  undoRemove: (messageId: string) => void
  react: (messageId: string, emoji: string, on: boolean) => void
  retry: (clientId: string) => void
  discard: (clientId: string) => void
  seek: (messageId: string) => void
  focusComposer: () => void
  /** Asks before it does so. */
  ask: (asked: Asked) => void
}

/** Names as this person reads them. */
export function namer(me: string, { participants }: Pick<Listed, 'participants'>) {
  const names = new Map(participants.map(({ userId, user }) => [userId, user.name]))
  return (userId: string) => (userId === me ? words.you : (names.get(userId) ?? words.somebody))
}
