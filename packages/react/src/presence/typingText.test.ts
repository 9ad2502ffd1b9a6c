import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { typingText } from './typingText.ts'

const others: Participant[] = ['Maria Meyer', 'Ben Bor', 'Cem Demir', 'Ben Busch'].map(name => ({
  userId: name,
  user: { id: name, name, role: 'customer' },
  version: 1,
  readSeq: 0,
  deliveredSeq: 0,
  joinedAt: '2026-01-01T00:00:00.000Z',
}))

test.each([
  [[], undefined],
  [['Maria Meyer'], 'Maria is typing…'],
  [['Cem Demir', 'Maria Meyer'], 'Cem and Maria are typing…'],
  [['Ben Busch'], 'Ben Busch is typing…'],
  [['Ben Bor', 'Maria Meyer', 'Cem Demir'], '3 people are typing…'],
  [['somebody who left'], undefined],
])('when %j type it says %s', (typing, text) => {
  expect(typingText(typing, { others })).toBe(text)
})
