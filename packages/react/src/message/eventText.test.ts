import type { Event } from '@parley/protocol/message'
import { expect, test } from 'vitest'
import { eventText } from './eventText.ts'

const names = { me: 'me', nameOf: (id: string) => (id === 'me' ? 'You' : id) }

const told: [string, Event, string][] = [
  ['Ann', { kind: 'added', userIds: ['Cem'] }, 'Ann added Cem'],
  ['Ann', { kind: 'added', userIds: ['Cem', 'me', 'Dan'] }, 'Ann added Cem, you, and Dan'],
  [
    'Ann',
    { kind: 'added', userIds: ['A', 'B', 'C', 'D', 'E', 'me'] },
    'Ann added you, A, B, and 3 others',
  ],
  ['me', { kind: 'added', userIds: ['Cem'] }, 'You added Cem'],
  ['Bob', { kind: 'removed', userIds: ['Cem'] }, 'Bob removed Cem'],
  ['Cem', { kind: 'left' }, 'Cem left'],
  ['me', { kind: 'renamed', title: 'Roof' }, 'You named the group “Roof”'],
  ['Bob', { kind: 'renamed' }, 'Bob removed the group’s name'],
]

test.each(told)('what %s did, %j, is told as "%s"', (senderId, event, text) => {
  expect(eventText({ senderId }, event, names)).toBe(text)
})
