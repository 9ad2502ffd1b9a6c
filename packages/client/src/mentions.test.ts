import { limits } from '@parley/protocol/limits'
import { expect, test } from 'vitest'
import { type Mention, mentionedIn, mentionsFromText, standing } from './mentions.ts'

const people: Mention[] = [
  { userId: 'ann', name: 'Ann' },
  { userId: 'lee', name: 'Ann Lee' },
  { userId: 'jo', name: 'Jo (Roofs)' },
]

test.each([
  ['@Ann', ['ann']],
  ['well,@Ann.', ['ann']],
  ['@Ann Lee', ['lee']],
  ['@Ann Lee and @Ann', ['lee', 'ann']],
  ['@Anna', undefined],
  ['@Ann_', undefined],
  ['@Ann\u0301', undefined],
  ['Ann', undefined],
  ['@', undefined],
  ['@@Ann', ['ann']],
  ['@Jo (Roofs)!', ['jo']],
  ['@Ann @Ann', ['ann']],
])('[W7] in %o stand the names of %o', (text, ids) => {
  expect(mentionedIn(text, people)).toEqual(ids)
})

test('[W7] two of the same name are both meant when both were', () => {
  const twins = ['one', 'two'].map(userId => ({ userId, name: 'Ann' }))
  expect(mentionedIn('@Ann', twins)).toEqual(['one', 'two'])
})

test('[W7] no more than the server takes, and a name without letters is none', () => {
  const many = Array.from({ length: 80 }, (_, at) => ({ userId: `u${at}`, name: `N${at}` }))
  const text = many.map(({ name }) => `@${name}`).join(' ')
  expect(standing(text, many)).toHaveLength(limits.mentionsMax)
  expect(standing('@', [{ userId: 'x', name: '' }])).toEqual([])
})

test.each(['', 'x'.repeat(65), 'a\u0000b'])(
  '[W4] [W7] who was kept with an id that nobody has is nobody: %j',
  userId => {
    const text = JSON.stringify([{ userId, name: 'Bob' }])
    expect(mentionsFromText(text)).toEqual([])
  },
)
