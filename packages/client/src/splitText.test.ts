import { expect, test } from 'vitest'
import { splitText } from './splitText.ts'
import { seededRandom } from './testing/seededRandom.ts'

test('[W5] a text is split at the end of a line, or else of a word, or else where it is full', () => {
  expect(splitText('as it is', 8)).toEqual(['as it is'])
  expect(splitText('a line\nof words', 10)).toEqual(['a line', 'of words'])
  expect(splitText('a\nfew words more', 10)).toEqual(['a\nfew', 'words more'])
  expect(splitText('exactly ten here', 7)).toEqual(['exactly', 'ten', 'here'])
  expect(splitText('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx'])
  expect(splitText('  \n ', 10)).toEqual([])
})

test('[W5] what looks like one character stays one', () => {
  expect(splitText('😀'.repeat(5), 4)).toEqual(['😀'.repeat(4), '😀'])
  expect(splitText('abc👩‍🔧d', 5)).toEqual(['abc', '👩‍🔧d'])
  expect(splitText('abc👍🏽d', 4)).toEqual(['abc', '👍🏽d'])
  expect(splitText('abce\u0301', 4)).toEqual(['abc', 'e\u0301'])
})

test('[W5] nothing but space is lost, the order stays, and no part is too long', () => {
  const pieces = ['word', ' ', '\n', '\n\n', '👩‍🔧', 'e\u0301', '\u0301'.repeat(60), '𝒳']
  const random = seededRandom(6)
  const upTo = (most: number) => Math.floor(random() * most)
  const bare = (text: string) => text.replace(/\s/g, '')
  for (let run = 0; run < 2000; run++) {
    const text = Array.from({ length: upTo(60) }, () => pieces[upTo(pieces.length)]).join('')
    const most = 1 + upTo(30)
    const parts = splitText(text, most)
    expect(bare(parts.join(''))).toBe(bare(text))
    expect(parts.filter(part => [...part].length > most || part.trim() !== part)).toEqual([])
    expect(parts).not.toContain('')
  }
})

test('[W5] a hundred thousand characters take no time', () => {
  const before = performance.now()
  expect(splitText('word '.repeat(20_000), 4000)).toHaveLength(25)
  expect(splitText('x'.repeat(100_000), 4000)).toHaveLength(25)
  expect(splitText('\u0301'.repeat(100_000), 4000)).toHaveLength(25)
  expect(performance.now() - before).toBeLessThan(500)
})
