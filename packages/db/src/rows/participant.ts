import { limits } from '@parley/protocol/limits'
import type { Participant } from '@parley/protocol/participant'
import { iso } from '../database.ts'
import type { participants } from '../schema/participants.ts'
import type { people } from '../schema/people.ts'
import { userOf } from './user.ts'

type Person = Pick<typeof people.$inferSelect, 'name' | 'role' | 'picture'>

/** A participant with what is shown of the person, as columns or as JSON. */
export type ParticipantRow = Omit<typeof participants.$inferSelect, 'changedXid'> & Person

/** What all participants may see of one. */
function participantOf(row: ParticipantRow): Participant {
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

/** The participants as one of them sees them: among many, positions are everybody's own. */
export function participantsFor(
  userId: string,
  rows: readonly ParticipantRow[],
  sharesPositions = rows.filter(row => row.leftAt === null).length <= limits.sharedPositionsMax,
): Participant[] {
  return rows.map(row => {
    if (row.userId === userId) return ownParticipantOf(row)
    return participantOf(sharesPositions ? row : { ...row, ...noPosition })
  })
}

const noPosition = { readSeq: 0, readAt: null, deliveredSeq: 0, deliveredAt: null }

/** The same row as its own person sees it. */
export function ownParticipantOf(row: ParticipantRow): Participant {
  const { archived, muted, pinned, mineVersion } = row
  return { ...participantOf(row), archived, muted, pinned, mineVersion }
}
