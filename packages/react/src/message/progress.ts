/** Who has a message and who has read it, from how far each has come: pure. */
import { limits } from '@parley/protocol/limits'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Room } from '../conversation/room.ts'

export interface Reached {
  person: Participant
  /** When, where it is known: of those who have come further since, it is not. */
  at: string | undefined
}

export interface Progress {
  read: readonly Reached[]
  got: readonly Reached[]
  waiting: readonly Reached[]
}

/** In larger groups nobody is told how far the others have read. */
export function isReadTold({ isGroup, others }: Pick<Room, 'isGroup' | 'others'>): boolean {
  return isGroup && others.length > 0 && others.length < limits.sharedPositionsMax
}

export function progressOf(
  { seq, senderId }: Pick<Message, 'seq' | 'senderId'>,
  others: readonly Participant[],
): Progress {
  const readers = others.filter(({ userId, leftAt }) => userId !== senderId && !leftAt)
  const read = readers.filter(({ readSeq }) => readSeq >= seq)
  const rest = readers.filter(({ readSeq }) => readSeq < seq)
  const got = rest.filter(({ deliveredSeq }) => deliveredSeq >= seq)
  return {
    read: read.map(person => ({ person, at: person.readSeq === seq ? person.readAt : undefined })),
    got: got.map(person => ({
      person,
      at: person.deliveredSeq === seq ? person.deliveredAt : undefined,
    })),
    waiting: rest
      .filter(({ deliveredSeq }) => deliveredSeq < seq)
      .map(person => ({ person, at: undefined })),
  }
}
