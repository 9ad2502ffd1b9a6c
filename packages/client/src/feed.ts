/**
 * Takes frames in: each change goes to its conversation, and the id of the last frame is where the feed continues.
 */
import type { Change } from '@parley/protocol/change'
import { parseCursor } from '@parley/protocol/cursor'
import { limits } from '@parley/protocol/limits'
import type { Feed } from './keepConnected.ts'
import type { Replicas } from './replicas.ts'

interface Options {
  replicas: Replicas
  /** Takes changes of one conversation in, known or not. */
  enter: (conversationId: string, changes: readonly Change[]) => void
  /** Everything held is of another database: start again. */
  onRestored: () => void
  /** A feed without a cursor tells of nothing before it: what there is must be listed. */
  onBegun: () => void
}

/** @returns the feed, which can go on where it stood before the page was loaded */
export function createFeed({ replicas, enter, onRestored, onBegun }: Options) {
  let cursor: string | undefined
  /** What was held when the feed was asked for, until what was missed has come. */
  let resumed: Map<string, number> | undefined

  const feed: Feed = {
    cursor: () => cursor,
    asked() {
      resumed = new Map([...replicas.all()].map(({ id, held }) => [id, held]))
    },
    frame(id, changes) {
      const byConversation = grouped(changes)
      const first = resumed
      resumed = isPart(cursor, id, changes) ? first : undefined
      if (isOfAnotherDatabase(cursor, id) || (first && isBehind(first, byConversation))) {
        cursor = undefined
        onRestored()
        return false
      }
      const begun = cursor === undefined
      cursor = id
      if (begun) onBegun()
      for (const [conversation, some] of byConversation) {
        enter(conversation, some)
      }
      return true
    },
  }
  return {
    ...feed,
    restore(known: string) {
      cursor = known
    },
  }
}

function grouped(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.conversationId)
    if (group) group.push(change)
    else groups.set(change.conversationId, [change])
  }
  return groups
}

/** Whether more of what was missed follows: the frame is full, and brings the reader no further. */
function isPart(cursor: string | undefined, id: string, { length }: readonly Change[]): boolean {
  if (cursor === undefined || length < limits.frameChanges) return false
  return parseCursor(cursor)?.horizon === parseCursor(id)?.horizon
}

function isOfAnotherDatabase(cursor: string | undefined, id: string): boolean {
  const known = cursor === undefined ? undefined : parseCursor(cursor)?.epoch
  const told = parseCursor(id)?.epoch
  return known !== undefined && told !== undefined && known !== told
}

/**
 * Whether the database knows less than was held before it was asked, so it was restored from
 * an older copy. Only what was missed tells: later heads may be overtaken by changes.
 */
function isBehind(
  held: ReadonlyMap<string, number>,
  frame: ReadonlyMap<string, readonly Change[]>,
): boolean {
  for (const [id, changes] of frame) {
    if (!changes.some(change => 'head' in change)) continue
    const highest = Math.max(...changes.map(({ version }) => version))
    if (highest < (held.get(id) ?? 0)) return true
  }
  return false
}
