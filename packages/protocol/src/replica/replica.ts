import type { Conversation, SharedFields } from '../conversation.ts'
import type { Message } from '../message.ts'
import type { Participant } from '../participant.ts'

/**
 * What a client knows of one conversation. Never changed in place: the merges return a new
 * replica, or the same one when there was nothing new.
 */
export interface Replica {
  readonly id: string
  /** Everything up to this version is known. */
  readonly held: number
  /** The highest version that is known to exist; above `held` there is a gap to close. */
  readonly wanted: number
  /** Versions above `held + 1` that arrived early, ascending. */
  readonly ahead: readonly number[]
  readonly shared: SharedFields
  readonly sharedVersion: number
  readonly openedBy?: string | undefined
  readonly lastSeq: number
  readonly updatedAt: string
  readonly participants: readonly Participant[]
  /** The message rows that arrived, ascending by `seq`; none is missing in the parts that are loaded. */
  readonly messages: readonly Message[]
  /** Where the tail begins, the loaded part up to the newest message; nothing until it was read. */
  readonly from: number | undefined
  /** Nothing older than `from` exists that I may see. */
  readonly complete: boolean
  /** Another loaded part, further back. */
  readonly stretch?: Stretch | undefined
  /** The unread count as the server last told it, and what it was counted from. */
  readonly counted: Counted
}

/** A part of the history that does not reach the tail: every message from `from` to `to` is held. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Nothing older exists that I may see. */
  readonly complete: boolean
}

export interface Counted {
  readonly version: number
  readonly lastSeq: number
  readonly readSeq: number
  readonly unread: number
}

/** The replica of a conversation that was just read for the first time, by the person `me`. */
export function replicaOf(conversation: Conversation, me: string): Replica {
  return {
    id: conversation.id,
    held: conversation.version,
    wanted: conversation.version,
    ahead: [],
    shared: sharedOf(conversation),
    sharedVersion: conversation.version,
    openedBy: conversation.openedBy,
    lastSeq: conversation.lastSeq,
    updatedAt: conversation.updatedAt,
    participants: conversation.participants,
    messages: conversation.lastMessage ? [conversation.lastMessage] : [],
    from: undefined,
    complete: false,
    counted: countedOf(conversation, me),
  }
}

export function sharedOf({ title, job }: SharedFields): SharedFields {
  return { title, job }
}

export function countedOf(conversation: Conversation, me: string): Counted {
  const own = conversation.participants.find(participant => participant.userId === me)
  return {
    version: conversation.version,
    lastSeq: conversation.lastSeq,
    readSeq: own?.readSeq ?? 0,
    unread: conversation.unreadCount,
  }
}

/** Whether versions are missing that the feed may still bring, or `changesSince` must. */
export function hasGap(replica: Replica): boolean {
  return replica.wanted > replica.held
}
