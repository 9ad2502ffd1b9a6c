/** Where a conversation's list goes, as decisions without a list: pure. */
import type { Message } from '@parley/protocol/message'
import type { Row } from './rows.ts'

export type Target =
  /** The newest message. */
  | { kind: 'end' }
  /** The first unread message, looked for around this one. */
  | ({ kind: 'new' } & Sought)
  | ({ kind: 'message' } & Sought)

interface Sought {
  seq: number
  /** What is shown was asked to be around it. */
  isAsked?: boolean
  /** And is, if it exists. */
  isAnswered?: boolean
}

interface Opening {
  /** The message that the address names. */
  seq: number | undefined
  messages: readonly Message[]
  complete: boolean
  readSeq: number
  unreadCount: number
  unreadMax: number
}

/**
 * Where a conversation opens: at the message that was asked for, otherwise at the first unread
 * one, otherwise at the end. So far back that the unread are not counted any more, they begin
 * with the end as well: nobody wants to be taken there unasked.
 */
export function firstTarget(opening: Opening): Target {
  const { seq, messages, complete, readSeq, unreadCount, unreadMax } = opening
  if (seq !== undefined) return { kind: 'message', seq }
  const isLoaded = complete || (messages[0]?.seq ?? 0) <= readSeq + 1
  if (unreadCount === 0 || (!isLoaded && unreadCount >= unreadMax)) return { kind: 'end' }
  return { kind: 'new', seq: readSeq + 1, ...(isLoaded && { isAnswered: true }) }
}

export type Step =
  | { go: 'latest' | 'end' | 'ask' | 'wait' }
  | { go: 'row'; at: number; align: 'start' | 'center'; isFound: boolean }

/** What is to be done next to come there, with what is shown now. */
export function stepTo(target: Target, rows: readonly Row[], latest: boolean): Step {
  if (target.kind === 'end') return { go: latest ? 'end' : 'latest' }
  const at = rowOf(target, rows)
  if (target.kind === 'new' && at !== -1) return { go: 'row', at, align: 'start', isFound: true }
  if (at !== -1) return { go: 'row', at, align: 'center', isFound: true }
  if (!target.isAnswered) return { go: target.isAsked ? 'wait' : 'ask' }
  if (target.kind === 'new') return { go: latest ? 'end' : 'latest' }
  return { go: 'row', at: nearestRow(target.seq, rows), align: 'center', isFound: false }
}

/** The row that is it; -1 where it is not among them. */
function rowOf(target: Exclude<Target, { kind: 'end' }>, rows: readonly Row[]): number {
  if (target.kind === 'new') return rows.findIndex(({ kind }) => kind === 'new')
  return rows.findIndex(row => row.kind === 'message' && row.message.seq === target.seq)
}

/** The row nearest to a message that is not there. */
function nearestRow(seq: number, rows: readonly Row[]): number {
  const after = rows.findIndex(row => row.kind === 'message' && row.message.seq >= seq)
  return after === -1 ? rows.findLastIndex(({ kind }) => kind === 'message') : after
}
