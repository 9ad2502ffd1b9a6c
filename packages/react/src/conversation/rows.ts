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
  let last: { senderId: string | undefined; when: When; row: SaidRow } | undefined

  const place = (row: SaidRow, said: Said, senderId: string | undefined, isNew: boolean) => {
    const when = whenSaid(said)
    const isOtherDay = last ? last.when.day !== when.day : complete
    if (isOtherDay) rows.push({ kind: 'day', key: `day of ${row.key}`, at: said.createdAt })
    if (isNew) rows.push({ kind: 'new', key: 'new' })
    const isSame = senderId !== undefined && last?.senderId === senderId
    const belongs = isSame && last && when.ms - last.when.ms < groupedWithin
    row.isFirst = isOtherDay || isNew || !belongs
    if (last) last.row.isLast = row.isFirst
    rows.push(row)
    last = { senderId, when, row }
  }

  for (const message of messages) {
    const { senderId, clientId, seq } = message
    const key = keyOf(senderId, clientId)
    const row: SaidRow = { kind: 'message', key, message, isFirst: true, isLast: true }
    // What became of the group nobody said: it stands alone.
    place(row, message, message.event ? undefined : senderId, seq === firstUnread)
  }
  for (const each of outgoing) {
    const key = keyOf(me, each.clientId)
    const row: SaidRow = { kind: 'outgoing', key, outgoing: each, isFirst: true, isLast: true }
    place(row, each, me, false)
  }
  return rows
}

/** The same before and after the acknowledgement, so that a bubble stays the bubble it is. */
function keyOf(senderId: string, clientId: string): string {
  return `${senderId} ${clientId}`
}

type Said = Pick<Message, 'createdAt'>

interface When {
  ms: number
  /** Numbers the reader's calendar days, with gaps. */
  day: number
}

/** Asked for every message at every change, and never another for the same one. */
const known = new WeakMap<Said, When>()

function whenSaid(said: Said): When {
  const before = known.get(said)
  if (before) return before
  const moment = new Date(said.createdAt)
  const day = (moment.getFullYear() * 12 + moment.getMonth()) * 31 + moment.getDate()
  const when = { ms: moment.getTime(), day }
  known.set(said, when)
  return when
}
