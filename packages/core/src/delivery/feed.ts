import type { Change } from '@parley/protocol/change'
import { limits } from '@parley/protocol/limits'
import type { Participant } from '@parley/protocol/participant'

/** Beyond this much waiting text and rows, a reader gets heads instead. */
const maxWaiting = 512 * 1024
const { frameChanges } = limits
const rowWeight = 512
const nameWeight = 80

/** What waits for one subscriber: everything in order, or one head per conversation. */
export class Feed {
  readonly person: string
  readonly #tickMs: number
  readonly #now: () => number
  readonly #onFilled: () => void
  #waiting: Change[] = []
  #weight = 0
  #heads: Map<string, Change> | undefined
  #horizon: string | undefined
  /** Everything before it has been taken. */
  #taken: string | undefined
  /** It is taken when so many more are. */
  #owed: { horizon: string; left: number } | undefined
  #isDue = false
  #isTold = false
  #lastTaken: number

  /**
   * @param tickMs an empty frame is due after this time without one: it proves life and brings
   *   the cursor forward
   * @param onFilled called when there is a frame to take, once until it is taken
   */
  constructor(person: string, tickMs: number, now: () => number, onFilled: () => void) {
    this.person = person
    this.#tickMs = tickMs
    this.#now = now
    this.#onFilled = onFilled
    this.#lastTaken = now()
  }

  push(change: Change): void {
    this.#add(change)
    this.#tell()
  }

  /** Says that everything before this horizon has been pushed, and asks for a frame when one is due. */
  advance(horizon: string | undefined): void {
    if (this.#horizon === undefined) return
    this.#horizon = horizon ?? this.#horizon
    if (this.#now() - this.#lastTaken >= this.#tickMs) this.#isDue = true
    this.#tell()
  }

  /**
   * Begins with what the subscriber missed; until then nothing is taken.
   *
   * @param since from where on it was missed
   */
  begin(missed: readonly Change[], horizon: string, since = horizon): void {
    this.#horizon = horizon
    this.#taken = since
    this.#isDue = true
    for (const change of missed) this.#add(change)
    this.#tell()
  }

  isFilled(): boolean {
    if (this.#horizon === undefined) return false
    return this.#isDue || this.#waiting.length > 0 || this.#heads !== undefined
  }

  /** The next frame, and up to where it and those before it have brought everything. */
  take(): { changes: Change[]; horizon: string } {
    const changes = this.#heads ? takeFirst(this.#heads) : this.#waiting.splice(0, frameChanges)
    if (this.#heads?.size === 0) this.#heads = undefined
    this.#weight = this.#waiting.reduce((sum, change) => sum + weigh(change), 0)
    this.#isDue = false
    this.#isTold = false
    this.#lastTaken = this.#now()
    const horizon = this.#reached(changes.length)
    this.#tell()
    return { changes, horizon }
  }

  /** How far the reader is, having taken so many more. */
  #reached(count: number): string {
    const horizon = this.#horizon
    if (horizon === undefined) throw new Error('a feed is taken from after it began')
    const left = this.#heads?.size ?? this.#waiting.length
    if (this.#owed) this.#owed.left -= count
    if (left === 0) this.#taken = horizon
    else if (this.#owed && this.#owed.left <= 0) this.#taken = this.#owed.horizon
    if (left === 0 || (this.#owed && this.#owed.left <= 0)) this.#owed = undefined
    if (left > 0) this.#owed ??= { horizon, left }
    return this.#taken ?? horizon
  }

  #tell(): void {
    if (this.#isTold || !this.isFilled()) return
    this.#isTold = true
    this.#onFilled()
  }

  #add(change: Change): void {
    if (this.#heads) {
      const known = this.#heads.get(change.conversationId)
      this.#heads.set(change.conversationId, joinHeads(known, change))
      return
    }
    this.#waiting.push(change)
    this.#weight += weigh(change)
    if (this.#weight > maxWaiting) this.#collapse()
  }

  #collapse(): void {
    this.#heads = new Map()
    for (const change of this.#waiting) this.#add(change)
    this.#waiting = []
    this.#weight = 0
  }
}

/** As many heads as fit into a frame, those that wait longest. */
function takeFirst(heads: Map<string, Change>): Change[] {
  const taken = [...heads.values()].slice(0, frameChanges)
  for (const { conversationId } of taken) heads.delete(conversationId)
  return taken
}

/** About the bytes of a change as JSON. */
function weigh(change: Change): number {
  if (!('message' in change)) return rowWeight
  const { content, reactions } = change.message
  const people = reactions.reduce((count, { userIds }) => count + userIds.length, 0)
  const named = people + reactions.length + (content?.mentions?.length ?? 0)
  return rowWeight + (content?.text.length ?? 0) * 3 + named * nameWeight
}

/** The head that stands for both; the reader's own row is kept, for it raises no version. */
function joinHeads(known: Change | undefined, change: Change): Change {
  const { conversationId } = change
  const version = Math.max(known?.version ?? 0, change.version)
  const before = known && ownRow(known)
  const after = ownRow(change)
  const participant = before && after && isNewer(before, after) ? before : (after ?? before)
  return { conversationId, version, head: true, ...(participant && { participant }) }
}

/** Whether a row is newer than another one of the same person, who may have gone or come back. */
function isNewer(row: Participant, other: Participant): boolean {
  if (row.version !== other.version) return row.version > other.version
  return (row.mineVersion ?? 0) > (other.mineVersion ?? 0)
}

function ownRow(change: Change) {
  return 'head' in change ? change.participant : undefined
}
