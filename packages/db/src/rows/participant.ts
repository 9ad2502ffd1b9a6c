import type { Participant } from '@parley/protocol/participant'
import { iso } from '../database.ts'
import type { participants } from '../schema/participants.ts'
import type { people } from '../schema/people.ts'
import { userOf } from './user.ts'

type Person = Pick<typeof people.$inferSelect, 'name' | 'role' | 'picture'>

/** A participant with what is shown of the person, as columns or as JSON. */
export type ParticipantRow = Omit<typeof participants.$inferSelect, 'changedXid'> & Person

/** What all participants may see of one. */
export function participantOf(row: ParticipantRow): Participant {
  const { userId, version, readSeq, readAt, deliveredSeq, deliveredAt, joinedAt, leftAt } = row
  return {
    userId,
    user: userOf({ ...row, id: userId }),
    version,
    readSeq,
    ...(readAt && { readAt: iso(readAt) }),
    deliveredSeq,
    ...(deliveredAt && { deliveredAt: iso(deliveredAt) }),
    joinedAt: iso(joinedAt),
    ...(leftAt && { leftAt: iso(leftAt) }),
  }
}

/** The same row as its own person sees it. */
export function ownParticipantOf(row: ParticipantRow): Participant {
  const { archived, muted, pinned, mineVersion } = row
  return { ...participantOf(row), archived, muted, pinned, mineVersion }
}
