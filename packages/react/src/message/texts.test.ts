import { describe, expect, test } from 'vitest'
import { emojiAlone, mayBeLong, mentionsIn, piecesOf } from './texts.ts'

const ann = { userId: 'a', name: 'Ann' }
const anna = { userId: 'b', name: 'Anna Lee' }

function shown(text: string, mentioned = [ann, anna]): string {
  const pieces = mentionsIn(text, mentioned)
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
  return pieces.map(({ text, userId }) => (userId ? `[${text}=${userId}]` : text)).join('')
}

describe('mentions', () => {
  test('are those whom the message names, where they stand as a word', () => {
    expect(shown('@Ann and @Anna Lee, hello')).toBe('[@Ann=a] and [@Anna Lee=b], hello')
    expect(shown('(@Ann)@Ann!')).toBe('([@Ann=a])[@Ann=a]!')
    expect(shown('@Anna, @ann, @Annä, mail@Ann, @@Ann')).toBe(
      '@Anna, @ann, @Annä, mail@Ann, @[@Ann=a]',
    )
    expect(shown('@Ann', [anna])).toBe('@Ann')
    expect(shown('@', [ann])).toBe('@')
    expect(shown('nobody', [{ userId: 'x', name: '' }])).toBe('nobody')
  })

  test('take a name as it is, whatever it is made of', () => {
    expect(
      shown('@.* @a(b', [
        { userId: 'x', name: '.*' },
        { userId: 'y', name: 'a(b' },
      ]),
    ).toBe('[@.*=x] [@a(b=y]')
    expect(shown('@أحمد، مرحبًا', [{ userId: 'x', name: 'أحمد' }])).toBe('[@أحمد=x]، مرحبًا')
  })

  test('leave web addresses alone', () => {
    const pieces = piecesOf('https://example.com/@Ann and @Ann', [ann])
    expect(pieces.map(({ href, userId }) => (href ? 'link' : (userId ?? 'text')))).toEqual([
      'link',
      'text',
      'a',
    ])
  })

  test('of a text full of signs are found at once', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ userId: `${at}`, name: `Name ${at}` }))
    expect(mentionsIn('@'.repeat(4000), many)).toEqual([{ text: '@'.repeat(4000) }])
  })
})

test('one to three emoji stand alone, nothing else does', () => {
  expect(['👍', '❤️', '👩‍👩‍👧‍👦', '🇩🇪', '1️⃣', '☀️'].map(emojiAlone)).toEqual([1, 1, 1, 1, 1, 1])
  expect(emojiAlone('👍🏽 🎉')).toBe(2)
  expect(emojiAlone('😀😀😀')).toBe(3)
  for (const text of ['😀😀😀😀', 'a', '1', '😀!', '', ' ', '©', '#', '‮', '\u0301'.repeat(9)])
    expect(emojiAlone(text)).toBe(0)
  expect(emojiAlone('😀'.repeat(2000))).toBe(0)
})

test('a text may be long by its characters or by its lines', () => {
  expect(mayBeLong('a'.repeat(400))).toBe(false)
  expect(mayBeLong('a'.repeat(4000))).toBe(true)
  expect(mayBeLong('a\n'.repeat(40))).toBe(true)
})
