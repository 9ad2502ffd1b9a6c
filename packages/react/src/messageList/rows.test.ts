import type { Message } from '@parley/protocol/message'
import { describe, expect, test } from 'vitest'
import { type Given, laidOut, rowsOf } from './rows.ts'

const conversationId = '7d9d3e3a-4a53-4b62-9d7e-0f5f2f6a1c11'

function message(seq: number, senderId: string, createdAt: string): Message {
  return {
    id: `${conversationId}.${seq}`,
    conversationId,
    seq,
    version: seq,
    clientId: `client-${seq}`,
    senderId,
    content: { type: 'text', text: `text ${seq}` },
    reactions: [],
    createdAt,
  }
}

/** Noon, wherever the test runs, so that an hour more or less is the same day. */
function noon(day: number, minutes = 0, seconds = 0): string {
  return new Date(2026, 10, day, 12, minutes, seconds).toISOString()
}

const given = { me: 'me', outgoing: [], complete: true, firstUnread: undefined }

function shown(rows: ReturnType<typeof rowsOf>): string[] {
  return rows.map(row => {
    if (row.kind === 'day' || row.kind === 'new') return row.kind
    const name = row.kind === 'message' ? String(row.message.seq) : row.outgoing.clientId
    return `${row.isFirst ? '[' : ''}${name}${row.isLast ? ']' : ''}`
  })
}

describe('rows', () => {
  test('group what one person said within five minutes', () => {
    const messages = [
      message(1, 'other', noon(3, 0)),
      message(2, 'other', noon(3, 4, 59)),
      message(3, 'other', noon(3, 9, 59)),
      message(4, 'me', noon(3, 10)),
    ]
    expect(shown(rowsOf({ ...given, messages }))).toEqual(['day', '[1', '2]', '[3]', '[4]'])
  })

  test('separate days, also within a group', () => {
    const late = new Date(2026, 10, 3, 23, 59).toISOString()
    const early = new Date(2026, 10, 4, 0, 1).toISOString()
    const messages = [message(1, 'other', late), message(2, 'other', early)]
    expect(shown(rowsOf({ ...given, messages }))).toEqual(['day', '[1]', 'day', '[2]'])
  })

  test('mark the first unread message, which begins a group', () => {
    const messages = [message(1, 'other', noon(3)), message(2, 'other', noon(3, 1))]
    const rows = rowsOf({ ...given, messages, firstUnread: 2 })
    expect(shown(rows)).toEqual(['day', '[1]', 'new', '[2]'])
  })

  test('let what became of the group stand alone', () => {
    const added = { ...message(2, 'other', noon(3, 1)), event: { kind: 'left' as const } }
    const { content: _content, ...line } = added
    const messages = [message(1, 'other', noon(3)), line, message(3, 'other', noon(3, 2))]
    expect(shown(rowsOf({ ...given, messages }))).toEqual(['day', '[1]', '[2]', '[3]'])
  })

  test('show what is being sent last, in the group of what was sent', () => {
    const outgoing = [
      { clientId: 'a', text: 'A', createdAt: noon(3, 1), state: { kind: 'sending' } as const },
      { clientId: 'b', text: 'B', createdAt: noon(3, 2), state: { kind: 'waiting' } as const },
    ]
    const messages = [message(1, 'me', noon(3))]
    expect(shown(rowsOf({ ...given, messages, outgoing }))).toEqual(['day', '[1', 'a', 'b]'])
  })

  test('keep the key of a message over its acknowledgement', () => {
    const state = { kind: 'sending' } as const
    const outgoing = [{ clientId: 'client-1', text: 'text', createdAt: noon(3), state }]
    const before = rowsOf({ ...given, messages: [], outgoing })
    const after = rowsOf({ ...given, messages: [message(1, 'me', noon(3))] })
    expect(before.map(({ key }) => key)).toEqual(after.map(({ key }) => key))
  })

  test('have no day above the oldest loaded message while older ones may exist', () => {
    const messages = [message(5, 'other', noon(3))]
    expect(shown(rowsOf({ ...given, messages, complete: false }))).toEqual(['[5]'])
  })

  test('stay as they are when older messages come in above them', () => {
    const all = Array.from({ length: 40 }, (_, index) => {
      const day = 1 + Math.floor(index / 9)
      return message(index + 1, index % 5 < 3 ? 'other' : 'me', noon(day, index))
    })
    const everything = rowsOf({ ...given, messages: all })
    for (let from = 1; from < all.length; from += 1) {
      const some = rowsOf({ ...given, messages: all.slice(from), complete: false })
      const tail = everything.slice(everything.length - some.length)
      expect(some.map(({ key }) => key)).toEqual(tail.map(({ key }) => key))
      // Only whether the oldest one begins a group may turn out otherwise.
      expect(some.slice(1)).toEqual(tail.slice(1))
    }
  })

  test('are grouped and dated sanely where clocks disagree', () => {
    const [ahead, behind] = [message(1, 'other', noon(3, 2)), message(2, 'other', noon(3, 0))]
    expect(shown(rowsOf({ ...given, messages: [ahead, behind] }))).toEqual(['day', '[1', '2]'])
    const state = { kind: 'sending' } as const
    const outgoing = [{ clientId: 'a', text: 'A', createdAt: noon(2), state }]
    expect(shown(rowsOf({ ...given, messages: [ahead], outgoing }))).toEqual(['day', '[1]', '[a]'])
    const future = message(3, 'other', new Date(2199, 0, 1, 12).toISOString())
    const rows = rowsOf({ ...given, messages: [ahead, future, message(4, 'other', noon(3, 3))] })
    expect(shown(rows)).toEqual(['day', '[1]', 'day', '[3]', 'day', '[4]'])
  })

  test('are the same step by step as at once, and the same objects where nothing changed', () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      message(index + 1, index % 5 < 3 ? 'other' : 'me', noon(1 + Math.floor(index / 7), index)),
    )
    const waiting = (clientId: string, kind: 'waiting' | 'sending') => ({
      clientId,
      text: clientId,
      createdAt: noon(5, 40),
      state: { kind },
    })
    const edited = all.with(14, { ...all[14]!, content: { type: 'text', text: 'edited' } })
    const steps: Given[] = [
      { ...given, messages: [], complete: false },
      { ...given, messages: all.slice(10, 20), complete: false },
      { ...given, messages: all.slice(10, 21), complete: false },
      { ...given, messages: all.slice(4, 21), complete: false },
      { ...given, messages: edited.slice(4, 21), complete: false },
      { ...given, messages: edited.slice(4, 21), complete: false, firstUnread: 12 },
      { ...given, messages: edited.slice(0, 21), complete: true, firstUnread: 12 },
      { ...given, messages: edited, complete: true, firstUnread: 12 },
      {
        ...given,
        messages: edited,
        complete: true,
        firstUnread: 12,
        outgoing: [waiting('a', 'waiting')],
      },
      {
        ...given,
        messages: edited,
        complete: true,
        firstUnread: 12,
        outgoing: [waiting('a', 'sending'), waiting('b', 'waiting')],
      },
      { ...given, messages: edited.toSpliced(3, 1), complete: true, firstUnread: 12 },
      { ...given, messages: edited.toSpliced(29, 1), complete: false, firstUnread: 12 },
      { ...given, messages: edited.slice(20), complete: false },
      { ...given, messages: edited.slice(0, 6), complete: true },
    ]
    // Every step after every other, also such as would not come.
    for (const from of steps) {
      const before = laidOut(from)
      for (const to of steps) {
        const after = laidOut(to, before)
        expect(after).toEqual(laidOut(to))
        expect(laidOut(to, after).rows).toEqual(after.rows)
      }
    }
    const before = laidOut(steps[7]!)
    const after = laidOut(
      { ...steps[7]!, messages: [...edited, message(31, 'me', noon(5, 31))] },
      before,
    )
    const kept = after.rows.filter((row, at) => row === before.rows[at]).length
    expect(kept).toBeGreaterThanOrEqual(before.rows.length - 1)
  })
})
