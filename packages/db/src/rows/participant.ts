import type { Participant } from '@parley/protocol/participant'
import { getTableColumns } from 'drizzle-orm'
import { iso } from '../database.ts'
import { participants } from '../schema/participants.ts'
import type { people } from '../schema/people.ts'
import { namedColumns } from './columns.ts'
import { momentJson, optional } from './json.ts'
import { userOf } from './user.ts'

const { conversationId: _in, changedXid: _by, ...shown } = getTableColumns(participants)

type Person = Pick<typeof people.$inferSelect, 'name' | 'role' | 'picture'>

/** A participant with what is shown of the person, as columns or as JSON. */
export type ParticipantRow = Pick<typeof participants.$inferSelect, keyof typeof shown> & Person

/** What a row inside JSON selects of `participants p` and `people u`. */
export const participantColumns = `${namedColumns('p', shown)}, u.name, u.role, u.picture`

/** What all participants may see of one. */
function participantOf(row: ParticipantRow): Participant {
  const { userId, version, readSeq, readAt, deliveredSeq, deliveredAt, joinedAt, leftAt } = row
  const { name, role, picture } = row
  const participant: Participant = {
    userId,
    user: userOf({ id: userId, name, role, picture }),
    version,
    readSeq,
    deliveredSeq,
    joinedAt: iso(joinedAt),
  }
  if (readAt) participant.readAt = iso(readAt)
  if (deliveredAt) participant.deliveredAt = iso(deliveredAt)
  if (leftAt) participant.leftAt = iso(leftAt)
  return participant
}

/** The participants as one of them sees them: among many, positions are everybody's own. */
export function participantsFor(
  userId: string,
  rows: readonly ParticipantRow[],
  sharesPositions: boolean,
): Participant[] {
  return rows.map(row => {
    return row.userId === userId ? ownParticipantOf(row) : sharedParticipantOf(row, sharesPositions)
  })
}

/** A row as the others see it. */
export function sharedParticipantOf(row: ParticipantRow, sharesPositions: boolean): Participant {
  return participantOf(sharesPositions ? row : { ...row, ...noPosition })
}

const noPosition = { readSeq: 0, readAt: null, deliveredSeq: 0, deliveredAt: null }

/** A row as its own person sees it. */
export function ownParticipantOf(row: ParticipantRow): Participant {
  const { archived, muted, pinned, markedUnread, mineVersion, afterSeq } = row
  const mine = { archived, muted, pinned, markedUnread, mineVersion }
  const own = Object.assign(participantOf(row), mine)
  return afterSeq > 0 ? Object.assign(own, { afterSeq }) : own
}

interface InSql {
  /** Whether it is the reader's own row. */
  isOwn: string
  /** Whether positions are not everybody's own. */
  sharesPositions: string
  /** The person, as JSON. */
  user: string
}

/** One of `participants p`, as `participantsFor` tells it, as JSON that Postgres writes. */
export function participantJson({ isOwn, sharesPositions, user }: InSql): string {
  return `concat(
    '{"userId":', to_json(p.user_id), ',"user":', ${user}, ',"version":', p.version,
    case when ${sharesPositions} or ${isOwn} then concat(
      ',"readSeq":', p.read_seq, ${optional('readAt', momentJson('p.read_at'))},
      ',"deliveredSeq":', p.delivered_seq, ${optional('deliveredAt', momentJson('p.delivered_at'))}
    ) else ',"readSeq":0,"deliveredSeq":0' end,
    ',"joinedAt":', ${momentJson('p.joined_at')},
    ${optional('leftAt', momentJson('p.left_at'))},
    case when ${isOwn} then concat(
      ',"archived":', p.archived::text, ',"muted":', p.muted::text, ',"pinned":', p.pinned::text,
      ',"markedUnread":', p.marked_unread::text, ',"mineVersion":', p.mine_version,
      case when p.after_seq > 0 then ',"afterSeq":' || p.after_seq end
    ) end,
    '}')`
}
