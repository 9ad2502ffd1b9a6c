import { expect, test } from 'vitest'
import { againstShown, againstStored, type Shown } from './compare.ts'
import { actsAgainstStored } from './compareActs.ts'
import type { Act, Entry } from './ledger.ts'
import type { StoredConversation, StoredMessage } from './stored.ts'

const id = 'c1'

function row(seq: number, more: Partial<StoredMessage> = {}): StoredMessage {
  return {
    seq,
    version: seq + 1,
    clientId: `client-${seq}`,
    senderId: 'ann',
    text: `#${seq} hello`,
    reactions: [],
    isEdited: false,
    isRemoved: false,
    ...more,
  }
}

function storing(...messages: StoredMessage[]): StoredConversation[] {
  const positions = [{ userId: 'ann', readSeq: 1, deliveredSeq: 2 }]
  return [{ id, version: 9, lastSeq: messages.length, messages, positions }]
}

function entry(seq: number, acknowledgedAt: number | undefined = 1): Entry {
  const known = { clientId: `client-${seq}`, tag: `#${seq}`, conversationId: id, sender: 'ann' }
  return { ...known, enteredAt: 0, ...(acknowledgedAt && { acknowledgedAt }) }
}

const kindsOf = (problems: string[]) => problems.map(problem => problem.split(':')[0])

test('what was acknowledged and is stored once, in order, is right', () => {
  expect(againstStored([entry(1), entry(2)], storing(row(1), row(2)))).toEqual([])
})

test.for([
  ['acknowledged and not stored', [entry(1), entry(2)], storing(row(1)), ['lost']],
  ['not acknowledged and not stored', [entry(1), entry(2, 0)], storing(row(1)), []],
  ['not acknowledged and stored', [entry(1, 0)], storing(row(1)), []],
  [
    'stored twice under two ids',
    [entry(1)],
    storing(row(1), row(2, { text: '#1 hello' })),
    ['doubled', 'doubled'],
  ],
  ['never entered', [], storing(row(1)), ['doubled']],
  [
    'overtaken by a later one of the same sender',
    [entry(1), entry(2)],
    storing(row(1, { clientId: 'client-2' }), row(2, { clientId: 'client-1' })),
    ['out of order'],
  ],
  ['a number that is missing', [entry(2)], storing(row(2)), ['out of order']],
] as const)('%s', ([, entries, stored, kinds]) => {
  expect(kindsOf(againstStored(entries, stored))).toEqual(kinds)
})

function showing(...seqs: number[]): Shown {
  const messages = seqs.map(seq => ({
    id: `${id}.${seq}`,
    conversationId: id,
    seq,
    version: seq + 1,
    clientId: `client-${seq}`,
    senderId: 'ann',
    content: { type: 'text' as const, text: `#${seq} hello` },
    reactions: [],
    createdAt: '2026-11-21T00:00:00.000Z',
  }))
  const user = { id: 'ann', name: 'Ann', role: 'customer' as const }
  const joinedAt = '2026-11-21T00:00:00.000Z'
  const ann = { userId: 'ann', user, version: 1, readSeq: 1, deliveredSeq: 2, joinedAt }
  return { userId: 'ann', conversationId: id, messages, participants: [ann], outgoing: [] }
}

test.for([
  ['the same', showing(1, 2), storing(row(1), row(2)), []],
  ['one missing', showing(1), storing(row(1), row(2)), ['not shown']],
  ['one too many', showing(1, 2), storing(row(1)), ['lost']],
  ['one twice', showing(1, 1), storing(row(1), row(2)), ['doubled', 'not shown']],
  ['another order', showing(2, 1), storing(row(1), row(2)), ['out of order']],
  ['another text', showing(1), storing(row(1, { text: '#1 bye' })), ['different']],
  [
    'a removal not shown',
    showing(1),
    storing(row(1, { text: null, isRemoved: true })),
    ['different'],
  ],
  [
    'a reaction not shown',
    showing(1),
    storing(row(1, { reactions: [{ emoji: '👍', userIds: ['bob'] }] })),
    ['different'],
  ],
] as const)('on the screen: %s', ([, shown, stored, kinds]) => {
  expect(stored.flatMap(one => kindsOf(againstShown(shown, one)))).toEqual(kinds)
})

test('on the screen: positions that differ', () => {
  const [stored] = storing(row(1))
  const positions = [{ userId: 'ann', readSeq: 0, deliveredSeq: 2 }]
  expect(kindsOf(againstShown(showing(1), { ...stored!, positions }))).toEqual(['different'])
})

test('what waits and what was given up are told apart from what is lost', () => {
  const waiting = {
    clientId: 'x',
    text: '#7 later',
    createdAt: '',
    state: { kind: 'waiting' },
  } as const
  const failed = { ...waiting, state: { kind: 'failed', reason: 'UNAVAILABLE' } } as const
  const [stored] = storing(row(1))
  const problems = againstShown({ ...showing(1), outgoing: [waiting, failed] }, stored!)
  expect(kindsOf(problems)).toEqual(['not sent yet', 'given up'])
})

function act(more: Partial<Act>): Act {
  const usual = { kind: 'edit' as const, messageId: `${id}.1`, person: 'ann', what: '#1 new' }
  return { ...usual, on: true, outcome: 'acknowledged', ...more }
}

test.for([
  ['an edit that stands', [act({})], row(1, { text: '#1 new' }), []],
  ['an edit that does not', [act({})], row(1), ['lost']],
  [
    'an older edit over a newer one',
    [act({}), act({ what: '#1 newer' })],
    row(1, { text: '#1 new' }),
    ['lost'],
  ],
  ['an edit of which nobody was told', [act({ outcome: 'refused' })], row(1), []],
  ['a removal that does not stand', [act({ kind: 'remove' })], row(1), ['lost']],
  [
    'an edit before a removal',
    [act({}), act({ kind: 'remove' })],
    row(1, { text: null, isRemoved: true }),
    [],
  ],
  ['a reaction that is missing', [act({ kind: 'react', what: '👍' })], row(1), ['lost']],
  [
    'a reaction taken back that stands',
    [act({ kind: 'react', what: '👍' }), act({ kind: 'react', what: '👍', on: false })],
    row(1, { reactions: [{ emoji: '👍', userIds: ['ann'] }] }),
    ['lost'],
  ],
] as const)('of acts: %s', ([, acts, stored, kinds]) => {
  expect(kindsOf(actsAgainstStored(acts, storing(stored)))).toEqual(kinds)
})
