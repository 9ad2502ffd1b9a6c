import type { Change } from '../change.ts'
import type { Conversation } from '../conversation.ts'
import { limits } from '../limits.ts'
import type { Message } from '../message.ts'
import { type Asked, type Page, withLoaded, withoutHidden } from './loaded.ts'
import { mergeMessages, messageAt } from './messages.ts'
import { hiddenUpTo, mergeParticipant } from './participants.ts'
import { countedOf, type Replica, replicaOf, type Stretch, sharedOf } from './replica.ts'
import { loadedAlone } from './trimmed.ts'

/**
 * Takes changes of this conversation in, in any order and however often. A version advances
 * `held` only when all before it are known; the others wait in `ahead`.
 */
export function mergeChanges(replica: Replica, changes: readonly Change[]): Replica {
  const rows = mergeRows(replica, changes)
  const versions = changes.filter(change => !('head' in change)).map(change => change.version)
  const wanted = Math.max(replica.wanted, ...changes.map(change => change.version))
  return settle(rows, replica.held, [...replica.ahead, ...versions], wanted)
}

/** Takes the answer of `changesSince` in: its rows, and then all is known up to its version. */
export function mergeCatchUp(
  replica: Replica,
  answer: { changes: readonly Change[]; version: number },
): Replica {
  const rows = mergeRows(replica, answer.changes)
  const held = Math.max(replica.held, answer.version)
  return settle(rows, held, replica.ahead, Math.max(replica.wanted, held))
}

/**
 * Takes a page of history in. It extends what is loaded where it touches it; one that touches
 * nothing becomes the stretch. A page that is older than what is held may bring rows that have
 * changed since: what came after it is asked for again.
 */
export function mergeHistory(replica: Replica, page: Page, asked: Asked): Replica {
  const held = Math.min(replica.held, page.version)
  const wanted = Math.max(replica.wanted, page.version)
  const loaded = withLoaded(withMessages(replica, page.messages), page, asked)
  const merged = settle(withoutHidden(loaded), held, replica.ahead, wanted)
  return isReplaced(replica.stretch, merged.stretch) ? loadedAlone(merged) : merged
}

/**
 * Takes a conversation as `list`, `get` or `open` answered it. While none of its history is
 * loaded, a newer reading replaces what is older; otherwise it only adds, and what lies
 * between is a gap.
 */
export function mergeConversation(
  replica: Replica | undefined,
  conversation: Conversation,
  me: string,
): Replica {
  if (!replica) return replicaOf(conversation, me)
  const newer = conversation.version >= replica.held
  if (newer && replica.from === undefined) return replaceOlder(replica, conversation, me)
  const participants = conversation.participants.reduce(mergeParticipant, replica.participants)
  const rows = withoutHidden({ ...replica, participants })
  const { lastMessage, version } = conversation
  const useful = lastMessage && !isLate(replica, lastMessage, version)
  const merged: Replica = {
    ...withMessages(rows, useful ? [lastMessage] : []),
    openedBy: conversation.openedBy ?? replica.openedBy,
    ...(version >= replica.sharedVersion
      ? { shared: sharedOf(conversation), sharedVersion: conversation.version }
      : {}),
    ...(version >= replica.counted.version ? { counted: countedOf(conversation, me) } : {}),
  }
  return settle(merged, replica.held, replica.ahead, Math.max(replica.wanted, version))
}

function replaceOlder(replica: Replica, conversation: Conversation, me: string): Replica {
  const fresh = replicaOf(conversation, me)
  const newer = replica.messages.filter(message => message.version > conversation.version)
  return settle(
    withoutHidden({
      ...fresh,
      messages: mergeMessages(fresh.messages, newer),
      participants: replica.participants.reduce(mergeParticipant, fresh.participants),
      lastSeq: Math.max(fresh.lastSeq, replica.lastSeq),
      updatedAt: later(fresh.updatedAt, replica.updatedAt),
      ...(replica.sharedVersion > fresh.sharedVersion
        ? { shared: replica.shared, sharedVersion: replica.sharedVersion }
        : {}),
    }),
    fresh.held,
    replica.ahead,
    Math.max(replica.wanted, fresh.held),
  )
}

/**
 * A message that is not held, as it was at a version before the held one, may have changed
 * since: it stays out, and a page of history will bring it as it is.
 */
function isLate(replica: Replica, message: Message, asOf: number): boolean {
  return asOf < replica.held && !messageAt(replica.messages, message.seq)
}

/** The rows alone, last writer wins; says nothing about which versions are now known. */
function mergeRows(replica: Replica, changes: readonly Change[]): Replica {
  let { participants, shared, sharedVersion } = replica
  const messages: Message[] = []
  for (const change of changes) {
    if ('message' in change) {
      if (!isLate(replica, change.message, change.version - 1)) messages.push(change.message)
    } else if ('participant' in change && change.participant) {
      participants = mergeParticipant(participants, change.participant)
    } else if ('conversation' in change && change.version > sharedVersion) {
      shared = sharedOf(change.conversation)
      sharedVersion = change.version
    }
  }
  const isSame = participants === replica.participants && shared === replica.shared
  const rows = isSame ? replica : withoutHidden({ ...replica, participants, shared, sharedVersion })
  return withMessages(rows, messages)
}

function isReplaced(before: Stretch | undefined, now: Stretch | undefined): boolean {
  return before !== undefined && now !== undefined && (now.from > before.to || now.to < before.from)
}

/** Messages that I may see, with what the newest of them says about the conversation. */
function withMessages(replica: Replica, incoming: readonly Message[]): Replica {
  const hidden = hiddenUpTo(replica.participants)
  const visible = hidden === 0 ? incoming : incoming.filter(({ seq }) => seq > hidden)
  const messages = mergeMessages(replica.messages, visible)
  const newest = messages.at(-1)
  if (messages === replica.messages || !newest) return replica
  return {
    ...replica,
    messages,
    lastSeq: Math.max(replica.lastSeq, newest.seq),
    updatedAt: later(replica.updatedAt, newest.createdAt),
  }
}

/** Advances `held` over what came early, and forgets what is no longer ahead. */
function settle(
  replica: Replica,
  known: number,
  early: readonly number[],
  wanted: number,
): Replica {
  const ascending = [...new Set(early)].sort((a, b) => a - b)
  let held = known
  for (const version of ascending) {
    if (version === held + 1) held = version
  }
  const ahead = ascending.filter(version => version > held).slice(0, limits.changesPage)
  const reached = Math.max(wanted, held)
  if (
    held === replica.held &&
    reached === replica.wanted &&
    ahead.length === replica.ahead.length &&
    ahead.every((version, index) => version === replica.ahead[index])
  ) {
    return replica
  }
  return { ...replica, held, wanted: reached, ahead }
}

function later(a: string, b: string): string {
  return a < b ? b : a
}
