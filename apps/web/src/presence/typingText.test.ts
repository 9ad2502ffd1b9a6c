import type { Participant } from '@parley/protocol/participant'
import { expect, test } from 'vitest'
import { typingText } from './typingText.ts'

const others: Participant[] = ['Maria', 'Ben', 'Cem'].map(name => ({
  userId: name.toLowerCase(),
  user: { id: name.toLowerCase(), name, role: 'customer' },
  version: 1,
  readSeq: 0,
  deliveredSeq: 0,
  joinedAt: '2026-01-01T00:00:00.000Z',
}))

test.each([
  [[], undefined],
  [['maria'], 'Maria is typing…'],
  [['ben', 'maria'], 'Ben and Maria are typing…'],
  [['ben', 'maria', 'cem'], '3 people are typing…'],
  [['somebody who left'], undefined],
])('when %j type it says %s', (typing, text) => {
  expect(typingText(typing, { others })).toBe(text)
})
