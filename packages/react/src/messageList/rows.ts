/** What a conversation's list shows, from top to bottom, as rows that can be measured. */
import type { Outgoing } from '@parley/client/outbox'
import type { Message } from '@parley/protocol/message'
import { type When, whenSaid } from './whenSaid.ts'

/** Whether a row begins and ends what one person said within a few minutes. */
interface InGroup {
  isFirst: boolean
  isLast: boolean
}

export type SaidRow =
  | ({ kind: 'message'; key: string; message: Message } & InGroup)
  | ({ kind: 'outgoing'; key: string; outgoing: Outgoing } & InGroup)

export type Row = { kind: 'day'; key: string; at: string } | { kind: 'new'; key: string } | SaidRow

const groupedWithin = 5 * 60_000

export interface Given {
  me: string
  messages: readonly Message[]
  outgoing: readonly Outgoing[]
  /** Nothing older exists. Otherwise what stands before the first message is not known. */
  complete: boolean
  /** The first message that was not read when the conversation was opened. */
  firstUnread: number | undefined
}

/**
 * No row ever changes its height or its neighbours when older messages come in above it: the
 * day of the oldest message stands there only once nothing older exists, and the space between
 * groups belongs to the group above. So loading upward cannot move what somebody reads.
 */
export function rowsOf(given: Given): readonly Row[] {
  return laidOut(given).rows
}

type Said = Message | Outgoing

/** The rows, with what is needed to find them again when little has changed. */
export interface Layout {
  given: Given
  said: readonly Said[]
  rows: readonly Row[]
  /** Where the row of each that was said stands. */
  places: readonly number[]
}

/**
 * Rows of what is the same as before are the same objects, and nothing is computed for them
 * anew: of tens of thousands of messages mostly one has changed, or some came in at one end.
 */
export function laidOut(given: Given, before?: Layout): Layout {
  const said = saidIn(given)
  const changed = changedPart(given, said, before)
  if (before && !changed) return { ...before, given, said }
  const { start, end } = changed ?? { start: 0, end: said.length }
  const alike = before && isAlike(before.given, given) ? before : undefined
  const kept = before?.places.slice(0, start) ?? []
  const rows = before?.rows.slice(0, (kept.at(-1) ?? -1) + 1) ?? []
  const layout = { given, said, rows, places: kept }
  for (let at = start; at < end; at += 1) {
    const each = said[at]
    if (!each) break
    const same = alike && rowsBefore(alike, said, at)
    rows.push(...(same ?? rowsFor(each, { given, above: said[at - 1], below: said[at + 1] })))
    kept.push(rows.length - 1)
  }
  return before ? withRest(layout, end, before) : layout
}

/** One list after the other, copied in one go. */
function saidIn({ messages, outgoing }: Given): readonly Said[] {
  const said: readonly Said[] = messages
  return outgoing.length > 0 ? said.concat(outgoing) : said
}

/** The rows of one that stands where it stood, between the same two: also between two far apart that changed. */
function rowsBefore(before: Layout, said: readonly Said[], at: number): readonly Row[] | undefined {
  const { said: was, rows, places } = before
  const isSame =
    was[at] === said[at] && was[at - 1] === said[at - 1] && was[at + 1] === said[at + 1]
  const last = places[at]
  if (at === 0 || !isSame || last === undefined) return undefined
  return rows.slice((places[at - 1] ?? -1) + 1, last + 1)
}

/** What stays at the end moves as a whole. */
function withRest(layout: Layout, end: number, before: Layout): Layout {
  const { said, rows, places } = layout
  const from = end + before.said.length - said.length
  const first = (before.places[from - 1] ?? -1) + 1
  const by = rows.length - first
  const rest = before.places.slice(from)
  return {
    ...layout,
    rows: rows.concat(before.rows.slice(first)),
    places: places.concat(by === 0 ? rest : rest.map(place => place + by)),
  }
}

/** With their neighbours: whether those begin or end a group may have changed too. */
function changedPart(given: Given, said: readonly Said[], before: Layout | undefined) {
  const all = { start: 0, end: said.length }
  if (!before || !isAlike(before.given, given)) return all
  const [was, shift] = [before.said, before.said.length - said.length]
  const most = Math.min(said.length, was.length)
  let same = 0
  while (same < most && said[same] === was[same]) same += 1
  let end = said.length
  while (end > 0 && end + shift > 0 && said[end - 1] === was[end - 1 + shift]) end -= 1
  // Only the very first row depends on whether there is something above it.
  const isSameHead = before.given.complete === given.complete
  if (same === said.length && shift === 0 && isSameHead) return undefined
  const start = isSameHead ? Math.max(0, same - 1) : 0
  // What stays above and what stays below may not be the same.
  return { start, end: Math.min(said.length, Math.max(end, same, same - shift) + 1) }
}

/** Whether the same messages with the same neighbours make the same rows. */
function isAlike(one: Given, other: Given): boolean {
  return one.me === other.me && one.firstUnread === other.firstUnread
}

interface Around {
  given: Given
  above: Said | undefined
  below: Said | undefined
}

/** Its own row, with what stands between it and the one above. */
function rowsFor(said: Said, { given, above, below }: Around): Row[] {
  const rows: Row[] = []
  const key = keyOf(said, given.me)
  if (beginsDay(said, above, given))
    rows.push({ kind: 'day', key: `day of ${key}`, at: said.createdAt })
  if (isUnread(said, given)) rows.push({ kind: 'new', key: 'new' })
  const isFirst = beginsGroup(said, above, given)
  const isLast = below === undefined || beginsGroup(below, said, given)
  rows.push(
    'seq' in said
      ? { kind: 'message', key, message: said, isFirst, isLast }
      : { kind: 'outgoing', key, outgoing: said, isFirst, isLast },
  )
  return rows
}

function beginsDay(said: Said, above: Said | undefined, { complete }: Given): boolean {
  if (!above) return complete
  const [when, before] = [whenSaid(said), whenSaid(above)]
  // What waits has its moment from the clock of this device, which may be behind.
  return 'seq' in said ? when.day !== before.day : when.day > before.day
}

function beginsGroup(said: Said, above: Said | undefined, given: Given): boolean {
  if (!above || isUnread(said, given) || beginsDay(said, above, given)) return true
  const sender = senderOf(said, given.me)
  if (sender === undefined || sender !== senderOf(above, given.me)) return true
  return !isSoonAfter(whenSaid(said), whenSaid(above))
}

/** Also when clocks disagree, and what was said later has the earlier moment. */
function isSoonAfter(when: When, before: When): boolean {
  return Math.abs(when.ms - before.ms) < groupedWithin
}

function isUnread(said: Said, { firstUnread }: Given): boolean {
  return 'seq' in said && said.seq === firstUnread
}

/** What became of the group nobody said: it stands alone. */
function senderOf(said: Said, me: string): string | undefined {
  if (!('seq' in said)) return me
  return said.event ? undefined : said.senderId
}

/** The same before and after the acknowledgement, so that a bubble stays the bubble it is. */
function keyOf(said: Said, me: string): string {
  return `${'seq' in said ? said.senderId : me} ${said.clientId}`
}
