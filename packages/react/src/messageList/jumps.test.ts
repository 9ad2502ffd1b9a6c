import type { Message } from '@parley/protocol/message'
import { describe, expect, test } from 'vitest'
import { firstTarget, stepTo } from './jumps.ts'
import { countAfter, newsAfter } from './news.ts'
import { rowsOf } from './rows.ts'

const conversationId = '7d9d3e3a-4a53-4b62-9d7e-0f5f2f6a1c11'

function message(seq: number, senderId = 'other'): Message {
  return {
    id: `${conversationId}.${seq}`,
    conversationId,
    seq,
    version: seq + 1,
    clientId: `client-${seq}`,
    senderId,
    content: { type: 'text', text: `text ${seq}` },
    reactions: [],
    createdAt: new Date(2026, 10, 3, 12, seq).toISOString(),
  }
}

const loaded = [51, 52, 53].map(seq => message(seq))

describe('a conversation opens', () => {
  const opening = {
    seq: undefined,
    messages: loaded,
    complete: false,
    readSeq: 53,
    unreadCount: 0,
    unreadMax: 100,
  }

  test('at its end, when all of it was read', () => {
    expect(firstTarget(opening)).toEqual({ kind: 'end' })
  })

  test('at the message that the address names, whatever was read', () => {
    const named = { ...opening, seq: 7, readSeq: 20, unreadCount: 33 }
    expect(firstTarget(named)).toEqual({ kind: 'message', seq: 7 })
  })

  test('at the first unread message, which is looked for where it is not loaded', () => {
    const here = { ...opening, readSeq: 51, unreadCount: 2 }
    expect(firstTarget(here)).toEqual({ kind: 'new', seq: 52, isAnswered: true })
    const further = { ...opening, readSeq: 20, unreadCount: 33 }
    expect(firstTarget(further)).toEqual({ kind: 'new', seq: 21 })
    expect(firstTarget({ ...further, complete: true })).toMatchObject({ isAnswered: true })
  })

  test('at its end, when more is unread than is counted', () => {
    expect(firstTarget({ ...opening, readSeq: 0, unreadCount: 100 })).toEqual({ kind: 'end' })
  })
})

test('step by step: what is not there is asked for, then what is nearest is gone to', () => {
  const given = { me: 'me', messages: loaded, outgoing: [], complete: true, firstUnread: 52 }
  const rows = rowsOf(given)
  const [first, last] = [rows.findIndex(isMessage), rows.length - 1]
  const found = { go: 'row', at: last, align: 'center', isFound: true }
  expect(stepTo({ kind: 'message', seq: 53 }, rows, false)).toEqual(found)
  expect(stepTo({ kind: 'new', seq: 1 }, rows, false)).toMatchObject({ go: 'row', align: 'start' })
  const missing = { kind: 'message', seq: 7 } as const
  expect(stepTo(missing, rows, false)).toEqual({ go: 'ask' })
  expect(stepTo({ ...missing, isAsked: true }, rows, false)).toEqual({ go: 'wait' })
  const answered = { ...missing, isAsked: true, isAnswered: true }
  const nearest = { go: 'row', at: first, align: 'center', isFound: false }
  expect(stepTo(answered, rows, false)).toEqual(nearest)
  expect(stepTo({ ...answered, seq: 99 }, rows, false)).toEqual({ ...nearest, at: last })
  expect(stepTo(answered, [], false)).toEqual({ ...nearest, at: -1 })
  const unmarked = rowsOf({ ...given, firstUnread: undefined })
  expect(stepTo({ kind: 'new', seq: 52, isAnswered: true }, unmarked, true)).toEqual({ go: 'end' })
  expect(stepTo({ kind: 'end' }, rows, true)).toEqual({ go: 'end' })
  expect(stepTo({ kind: 'end' }, rows, false)).toEqual({ go: 'latest' })
})

function isMessage({ kind }: { kind: string }): boolean {
  return kind === 'message'
}

test('news is all that others have said since, without what was removed', () => {
  const { content: _content, ...rest } = message(54)
  const removed = { ...rest, removedAt: rest.createdAt }
  const tail = [...loaded, removed, message(55, 'me'), message(56)]
  const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq)
  expect(seqs(newsAfter(tail, 51, 'me'))).toEqual([52, 53, 56])
  expect(newsAfter(tail, 56, 'me')).toEqual([])
  expect(countAfter(tail, 51, 'me')).toBe(3)
  expect(countAfter(tail, 0, 'me')).toBe(4)
})
