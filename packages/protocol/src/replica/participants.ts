import type { Participant } from '../participant.ts'

/** Takes one row in. Returns the same list when nothing was new. */
export function mergeParticipant(
  held: readonly Participant[],
  incoming: Participant,
): readonly Participant[] {
  const at = held.findIndex(participant => participant.userId === incoming.userId)
  const known = held[at]
  if (!known) return [...held, incoming].sort(byJoining)
  const merged = mergeRow(known, incoming)
  if (merged === known) return held
  const rows = held.with(at, merged)
  return merged.joinedAt === known.joinedAt ? rows : rows.sort(byJoining)
}

/** My own row: the only one that tells what is one's own. */
export function ownRow(participants: readonly Participant[]): Participant | undefined {
  return participants.find(({ mineVersion }) => mineVersion !== undefined)
}

/** What was written up to here is not mine to see. */
export function hiddenUpTo(participants: readonly Participant[]): number {
  return ownRow(participants)?.afterSeq ?? 0
}

function byJoining(a: Participant, b: Participant): number {
  return a.joinedAt.localeCompare(b.joinedAt) || (a.userId < b.userId ? -1 : 1)
}

/** The shared part by version, positions by maximum, what is one's own by its own version. */
function mergeRow(known: Participant, incoming: Participant): Participant {
  const shared = incoming.version > known.version
  const read = incoming.readSeq > known.readSeq
  const delivered = incoming.deliveredSeq > known.deliveredSeq
  const own = (incoming.mineVersion ?? -1) > (known.mineVersion ?? -1)
  if (!shared && !read && !delivered && !own) return known
  const merged: Participant = { ...known, ...(shared ? sharedPart(incoming) : {}) }
  if (shared && incoming.leftAt === undefined) delete merged.leftAt
  if (read) {
    merged.readSeq = incoming.readSeq
    if (incoming.readAt) merged.readAt = incoming.readAt
  }
  if (delivered) {
    merged.deliveredSeq = incoming.deliveredSeq
    if (incoming.deliveredAt) merged.deliveredAt = incoming.deliveredAt
  }
  if (own) Object.assign(merged, minePart(incoming))
  return merged
}

function sharedPart({ user, version, joinedAt, leftAt }: Participant) {
  return { user, version, joinedAt, ...(leftAt === undefined ? {} : { leftAt }) }
}

function minePart(row: Participant) {
  const { archived, muted, pinned, markedUnread, mineVersion, afterSeq } = row
  const mine = { archived, muted, pinned, markedUnread, mineVersion }
  return afterSeq === undefined ? mine : { ...mine, afterSeq }
}
