import { draftKey } from '@parley/client/forget'
import { emoji as emojiSchema } from '@parley/protocol/message'
import { expect, onTestFinished, test, vi } from 'vitest'
import { allEmoji, emojiGroups, emojiNamed } from './emojiData.ts'
import { habitsOf, recentMost, rememberEmoji, rememberTone } from './emojiHabits.ts'
import { findEmoji } from './findEmoji.ts'
import { toned, tones } from './skinTone.ts'

const found = (query: string, most = 5) => findEmoji(query, most).map(({ emoji }) => emoji)

test('the server takes every emoji that is offered, in every tone', () => {
  const refused = allEmoji
    .flatMap(one => tones.map(tone => toned(one, tone)))
    .filter(emoji => !emojiSchema.safeParse(emoji).success)
  expect(refused).toEqual([])
  expect(allEmoji.length).toBeGreaterThan(1800)
  expect(emojiGroups.filter(({ emojis }) => emojis.length < 50)).toEqual([])
  expect(new Set(allEmoji.map(({ emoji }) => emoji)).size).toBe(allEmoji.length)
})

test('every emoji has a name, and is found by it', () => {
  const lost = allEmoji.filter(one => {
    const [name] = one.names
    return !name || !one.label || emojiNamed(name) === undefined
  })
  expect(lost.map(({ emoji }) => emoji)).toEqual([])
})

test('a name is found by its beginning, the usual one first; also by other words for it', () => {
  expect(found('smile')[0]).toBe('😄')
  expect(found('thumbsu')[0]).toBe('👍')
  expect(found('+1')[0]).toBe('👍')
  expect(found('heart')[0]).toBe('❤️')
  expect(found('tad')).toContain('🎉')
  expect(found('celebrat', 20)).toContain('🎉')
  expect(found('red heart')[0]).toBe('❤️')
  expect(found('Germany')).toContain('🇩🇪')
  expect(found('qqqq')).toEqual([])
  expect(found('  ')).toEqual([])
})

test('a tone colours everybody in an emoji, and nothing else', () => {
  const tone = (name: string) => toned(emojiNamed(name) ?? expect.fail(name), '🏽')
  expect(tone('+1')).toBe('👍🏽')
  expect(tone('v')).toBe('✌🏽')
  expect(tone('handshake')).toBe('🤝🏽')
  expect(tone('tada')).toBe('🎉')
})

function device(kept: Record<string, string> = {}) {
  const rows = new Map(Object.entries(kept))
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, text: string) => void rows.set(key, text),
    removeItem: (key: string) => void rows.delete(key),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
}

test('what was used last comes first, each person has their own, and there is an end to it', () => {
  device()
  for (const emoji of ['👍', '🎉', '👍']) rememberEmoji('ann', emoji)
  rememberTone('ann', '🏿')
  expect(habitsOf('ann')).toEqual({ recent: ['👍', '🎉'], tone: '🏿' })
  expect(habitsOf('bob')).toEqual({ recent: [], tone: '' })
  for (const { emoji } of allEmoji.slice(0, 60)) rememberEmoji('ann', emoji)
  expect(habitsOf('ann').recent).toHaveLength(recentMost)
})

test.each(['', 'null', '{"recent":7}', '["x"]', '{"recent":["x",3,"<b>"],"tone":"blue"}', '{'])(
  'habits that were kept as %j are none',
  kept => {
    device({ [draftKey('ann', 'emoji')]: kept })
    expect(habitsOf('ann')).toEqual({ recent: [], tone: '' })
  },
)
