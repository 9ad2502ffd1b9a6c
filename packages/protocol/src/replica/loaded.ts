/**
 * Which parts of the history are loaded: the tail, from `from` to the newest message, and at
 * most one stretch further back. What a page covers extends the part that it touches.
 */
import type { HistoryInput } from '../chatInputs.ts'
import type { Message } from '../message.ts'
import { indexOfSeq } from './messages.ts'
import { hiddenUpTo } from './participants.ts'
import type { Replica } from './replica.ts'

/** What a page of history was asked for with. */
export type Asked = Pick<HistoryInput, 'before' | 'after' | 'around' | 'limit'>

/** No message is missing from `from` to `to`, which is without end where the newest is reached. */
interface Part {
  readonly from: number
  readonly to: number
  /** Nothing older exists that I may see. */
  readonly complete: boolean
}

export interface Page {
  messages: readonly Message[]
  /** Of the conversation when it was read. */
  version: number
}

/** The replica with what this page covers as loaded; its rows enter apart from this. */
export function withLoaded(replica: Replica, page: Page, asked: Asked): Replica {
  const { stretch } = replica
  const tail = tailOf(replica)
  const covered = coveredBy(page.messages, asked)
  const touched = stretch && isTouching(stretch, covered)
  // What was not there then may be there now.
  if (covered.to < covered.from && page.version < replica.held) return replica
  if (page.messages.length === 0 && asked.after !== undefined && !touched) return replica
  const grown = touched ? joined(stretch, covered) : covered
  const part = tail && isTouching(tail, grown) ? joined(tail, grown) : grown
  if (part.to === Number.POSITIVE_INFINITY) {
    const { from, complete } = part
    return { ...replica, from, complete, stretch: touched ? undefined : stretch }
  }
  // That nothing is older than something that is not loaded says nothing.
  return part.to < part.from ? replica : { ...replica, stretch: part }
}

/** Without what was written before I came back: it is not told to me any more. */
export function withoutHidden(replica: Replica): Replica {
  const { messages, stretch } = replica
  const first = hiddenUpTo(replica.participants) + 1
  const at = indexOfSeq(messages, first)
  const tail = tailOf(replica)
  const shownTail = tail && shownFrom(tail, first)
  const shownStretch = stretch && shownFrom(stretch, first)
  if (at === 0 && shownTail === tail && shownStretch === stretch) return replica
  return {
    ...replica,
    messages: at === 0 ? messages : messages.slice(at),
    from: shownTail?.from,
    complete: shownTail?.complete ?? false,
    stretch: shownStretch,
  }
}

function tailOf({ from, complete }: Replica): Part | undefined {
  return from === undefined ? undefined : { from, to: Number.POSITIVE_INFINITY, complete }
}

/** A page that was not filled reaches as far as there is something. */
function coveredBy(page: readonly Message[], { before, after, around, limit }: Asked): Part {
  const isShort = page.length < limit
  const isNewest = around === undefined && after === undefined
  const from = page[0]?.seq ?? before ?? (after ?? 0) + 1
  const last = page.at(-1)?.seq ?? from - 1
  return {
    from,
    to: before === undefined && (isShort || isNewest) ? Number.POSITIVE_INFINITY : last,
    complete: from === 1 || (isShort && after === undefined),
  }
}

function isTouching(one: Part, other: Part): boolean {
  return one.from <= other.to + 1 && other.from <= one.to + 1
}

function joined(one: Part, other: Part): Part {
  const [lower, upper] = one.from <= other.from ? [one, other] : [other, one]
  return {
    from: lower.from,
    to: Math.max(one.to, other.to),
    complete: lower.complete || (lower.from === upper.from && upper.complete),
  }
}

function shownFrom(part: Part, first: number): Part | undefined {
  const from = Math.max(part.from, first)
  const complete = part.complete || from === first
  if (part.to < from) return undefined
  return from === part.from && complete === part.complete ? part : { ...part, from, complete }
}
