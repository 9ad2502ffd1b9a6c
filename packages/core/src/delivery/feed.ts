import type { Change } from '@parley/protocol/change'

/** What waits for one subscriber: everything in order, or one head per conversation. */
export interface Feed {
  readonly person: string
  push(changes: readonly Change[]): void
  /** Says that everything before this horizon has been pushed, and asks for a frame when one is due. */
  advance(horizon: string | undefined): void
  /** Begins with what the subscriber missed; until then nothing is taken. */
  begin(missed: readonly Change[], horizon: string): void
  /** Resolves when there is a frame to send, or when the signal aborts. */
  filled(signal: AbortSignal): Promise<void>
  take(): { changes: Change[]; horizon: string }
}

/** Beyond this much waiting text and rows, a reader gets heads instead. */
const maxWaiting = 512 * 1024
const rowWeight = 512
const nameWeight = 80

/**
 * @param tickMs an empty frame is due after this time without one: it proves life and brings
 *   the cursor forward
 */
export function createFeed(person: string, tickMs: number, now: () => number): Feed {
  let waiting: Change[] = []
  let weight = 0
  let heads: Map<string, Change> | undefined
  let horizon: string | undefined
  let due = false
  let lastTaken = now()
  let wake = () => {}

  function add(change: Change): void {
    if (heads) {
      heads.set(change.conversationId, joinHeads(heads.get(change.conversationId), change))
      return
    }
    waiting.push(change)
    weight += weigh(change)
    if (weight > maxWaiting) collapse()
  }

  function collapse(): void {
    heads = new Map()
    for (const change of waiting) add(change)
    waiting = []
    weight = 0
  }

  function isFilled(): boolean {
    return horizon !== undefined && (due || waiting.length > 0 || heads !== undefined)
  }

  function wakeIfFilled(): void {
    if (isFilled()) wake()
  }

  return {
    person,
    push(changes) {
      for (const change of changes) add(change)
      wakeIfFilled()
    },
    advance(reached) {
      if (horizon === undefined) return
      horizon = reached ?? horizon
      if (now() - lastTaken >= tickMs) due = true
      wakeIfFilled()
    },
    begin(missed, reached) {
      horizon = reached
      due = true
      for (const change of missed) add(change)
      wakeIfFilled()
    },
    filled(signal) {
      if (isFilled() || signal.aborted) return Promise.resolve()
      return new Promise(resolve => {
        wake = () => {
          signal.removeEventListener('abort', wake)
          wake = () => {}
          resolve()
        }
        signal.addEventListener('abort', wake)
      })
    },
    take() {
      const changes = heads ? [...heads.values()] : waiting
      if (horizon === undefined) throw new Error('a feed is taken from after it began')
      waiting = []
      weight = 0
      heads = undefined
      due = false
      lastTaken = now()
      return { changes, horizon }
    },
  }
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
  const newer = (after?.mineVersion ?? -1) >= (before?.mineVersion ?? -1)
  const participant = newer ? (after ?? before) : before
  return { conversationId, version, head: true, ...(participant && { participant }) }
}

function ownRow(change: Change) {
  return 'head' in change ? change.participant : undefined
}
