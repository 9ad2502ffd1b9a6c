/** What a conversation's list shows, from top to bottom, as rows that can be measured. */
import type { Outgoing } from '@parley/client/outbox'
import type { Message } from '@parley/protocol/message'

/** Whether a row begins and ends what one person said within a few minutes. */
interface InGroup {
  isFirst: boolean
  isLast: boolean
}

type SaidRow =
  | ({ kind: 'message'; key: string; message: Message } & InGroup)
  | ({ kind: 'outgoing'; key: string; outgoing: Outgoing } & InGroup)

export type Row = { kind: 'day'; key: string; at: string } | { kind: 'new'; key: string } | SaidRow

const groupedWithin = 5 * 60_000

interface Given {
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
export function rowsOf({ me, messages, outgoing, complete, firstUnread }: Given): Row[] {
  const rows: Row[] = []
  let last: { senderId: string; at: string; row: SaidRow } | undefined

  const place = (row: SaidRow, senderId: string, at: string, isNew: boolean) => {
    const isOtherDay = last ? dayOf(last.at) !== dayOf(at) : complete
    if (isOtherDay) rows.push({ kind: 'day', key: `day of ${row.key}`, at })
    if (isNew) rows.push({ kind: 'new', key: 'new' })
    row.isFirst = !last || isOtherDay || isNew || !belongs(last, senderId, at)
    if (last) last.row.isLast = row.isFirst
    rows.push(row)
    last = { senderId, at, row }
  }

  for (const message of messages) {
    const { senderId, clientId, createdAt, seq } = message
    const key = keyOf(senderId, clientId)
    const row: SaidRow = { kind: 'message', key, message, isFirst: true, isLast: true }
    place(row, senderId, createdAt, seq === firstUnread)
  }
  for (const each of outgoing) {
    const key = keyOf(me, each.clientId)
    const row: SaidRow = { kind: 'outgoing', key, outgoing: each, isFirst: true, isLast: true }
    place(row, me, each.createdAt, false)
  }
  return rows
}

/** The same before and after the acknowledgement, so that a bubble stays the bubble it is. */
function keyOf(senderId: string, clientId: string): string {
  return `${senderId} ${clientId}`
}

function belongs(last: { senderId: string; at: string }, senderId: string, at: string): boolean {
  return last.senderId === senderId && Date.parse(at) - Date.parse(last.at) < groupedWithin
}

const knownDays = new Map<string, string>()

/** The reader's calendar day of a moment. Asked for every message at every change, so kept. */
function dayOf(at: string): string {
  // No zone changes its offset within a quarter of an hour.
  const quarter = at.slice(0, 14) + Math.floor(Number(at.slice(14, 16)) / 15)
  const known = knownDays.get(quarter)
  if (known) return known
  const moment = new Date(at)
  const day = `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`
  knownDays.set(quarter, day)
  return day
}
