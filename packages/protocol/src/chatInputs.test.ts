import { expect, test } from 'vitest'
import { open, rename } from './chatInputs.ts'
import { limits } from './limits.ts'

const conversationId = '3f1c0a52-7a37-4b6e-9a54-0d5a5f6f8f10'

test.each([
  ['\u202eThe\troof \u200bof\r\nO’Neill 👩\u200d🔧\u2066 ', 'The roof of O’Neill 👩\u200d🔧'],
  [`${'a'.repeat(limits.titleMax)}\u200b`, 'a'.repeat(limits.titleMax)],
])('a title is cleaned of what would disturb the words around it', (title, cleaned) => {
  expect(rename.parse({ conversationId, title })).toEqual({ conversationId, title: cleaned })
  expect(open.parse({ participantIds: ['bob'], title })).toMatchObject({ title: cleaned })
})

test.each([
  '',
  ' ',
  '\u200b',
  '\u200d\u200d',
  '\u202e \u2069',
  'NUL\0',
  'a'.repeat(limits.titleMax + 1),
])('a title of nothing to see, or too long, is refused: %j', title => {
  expect(rename.safeParse({ conversationId, title }).success).toBe(false)
  expect(open.safeParse({ participantIds: ['bob'], title }).success).toBe(false)
})
