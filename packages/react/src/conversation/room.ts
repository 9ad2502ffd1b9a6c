import type { Listed } from '@parley/client/listed'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Place } from '../navigation/navigation.ts'
import { words } from '../words/words.ts'
import type { Asked } from './asked.ts'

/** What a message needs to know of its conversation, and what can be done with it there. */
export interface Room {
  me: string
  isGroup: boolean
  nameOf: (userId: string) => string
  /** The name itself, also one's own; nothing for whom it does not know. */
  calledAs: (userId: string) => string | undefined
  /** The others as they are when this is asked: nobody is drawn again because somebody read on. */
  readonly others: readonly Participant[]
  /** The newest messages as they are when this is asked. */
  readonly messages: readonly Message[]
  /** The messages whose long texts are shown whole. */
  readonly expanded: Set<string>
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
  /** Goes to a place where that is a message here, also when one came from there. */
  seekPlace: (place: Place) => void
  /** What is about to grow grows downwards, wherever in the list it stands. */
  hold: () => void
  focusComposer: () => void
  /** Asks before it does so. */
  ask: (asked: Asked) => void
}

/** Names as this person reads them. */
export function namer(me: string, { participants }: Pick<Listed, 'participants'>) {
  const names = namesOf(participants)
  return (userId: string) => (userId === me ? words.you : (names.get(userId) ?? words.somebody))
}

export function namesOf(participants: readonly Participant[]): ReadonlyMap<string, string> {
  return new Map(participants.map(({ userId, user }) => [userId, user.name]))
}
