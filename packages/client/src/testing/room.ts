/** One conversation of the model server: what Postgres would hold, as plainly as it can be said. */
import type { Change } from '@parley/protocol/change'
import type { Conversation, SharedFields } from '@parley/protocol/conversation'
import { limits } from '@parley/protocol/limits'
import type { Message } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'

export interface Room {
  id: string
  version: number
  shared: SharedFields
  sharedVersion: number
  messages: Message[]
  participants: Participant[]
  /** A pair stays a pair. */
  isGroup: boolean
  updatedAt: string
  /** The last commit that touched it or a row of its participants. */
  changedBy: number
}

export function newParticipant(userId: string, joinedAt: string): Participant {
  return {
    userId,
    user: { id: userId, name: userId, role: 'customer' },
    version: 1,
    readSeq: 0,
    deliveredSeq: 0,
    joinedAt,
    archived: false,
    muted: false,
    pinned: false,
    markedUnread: false,
    mineVersion: 0,
  }
}

export function memberOf(room: Room, person: string): Participant | undefined {
  return room.participants.find(({ userId, leftAt }) => userId === person && leftAt === undefined)
}

/** A row as others see it. */
export function withoutMine(row: Participant): Participant {
  const { archived: _a, muted: _m, pinned: _p, markedUnread: _u, mineVersion: _v, ...shared } = row
  return shared
}

function seenBy(room: Room, me: string): Participant[] {
  return room.participants.map(row => (row.userId === me ? row : withoutMine(row)))
}

function unreadIn(room: Room, me: string): number {
  const readSeq = memberOf(room, me)?.readSeq ?? 0
  const unread = room.messages.filter(
    ({ seq, senderId, removedAt }) => seq > readSeq && senderId !== me && !removedAt,
  )
  return Math.min(unread.length, limits.unreadMax)
}

export function conversationFor(room: Room, me: string): Conversation {
  const lastMessage = room.messages.at(-1)
  return {
    id: room.id,
    version: room.version,
    lastSeq: room.messages.length,
    ...room.shared,
    participants: seenBy(room, me),
    ...(lastMessage && { lastMessage }),
    unreadCount: unreadIn(room, me),
    updatedAt: room.updatedAt,
  }
}

export function headFor(room: Room, me: string): Change {
  const participant = room.participants.find(({ userId }) => userId === me)
  return { conversationId: room.id, version: room.version, head: true, participant }
}

/** Pages are small, so that clients have to ask again. */
const page = 5

export function changesSince(room: Room, me: string, since: number) {
  const at = (version: number) => ({ conversationId: room.id, version })
  const messages = room.messages
    .filter(({ version }) => version > since)
    .sort((a, b) => a.version - b.version)
    .slice(0, page)
  const complete = messages.length < page
  const version = complete ? room.version : (messages.at(-1)?.version ?? room.version)
  const changes: Change[] = [
    ...messages.map(message => ({ ...at(message.version), message })),
    ...seenBy(room, me).map(participant => ({ ...at(participant.version), participant })),
    { ...at(room.sharedVersion), conversation: room.shared },
  ]
  return {
    changes: changes
      .filter(change => change.version > since && change.version <= version)
      .sort((a, b) => a.version - b.version),
    version,
    complete,
  }
}
