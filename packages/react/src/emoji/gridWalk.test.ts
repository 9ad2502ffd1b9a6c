import { expect, test } from 'vitest'
import { type EmojiRow, emojiRows } from './emojiRows.ts'
import { firstCell, type Step, walked } from './gridWalk.ts'

const head: EmojiRow = { kind: 'head', section: 'food' }
const emoji = (count: number): EmojiRow => ({
  kind: 'emoji',
  shown: Array.from({ length: count }, () => ({ emoji: '🍏', label: 'apple', name: 'apple' })),
})
const rows = [head, emoji(3), emoji(2), head, emoji(3)]

function from(row: number, column: number, ...steps: Step[]) {
  const end = steps.reduce((cell, step) => walked(rows, cell, step), { row, column })
  return [end.row, end.column]
}

test('arrows lead over rows and headings, and stop at the ends', () => {
  expect(firstCell(rows)).toEqual({ row: 1, column: 0 })
  expect(firstCell(rows, 3)).toEqual({ row: 4, column: 0 })
  expect(firstCell([head])).toBeUndefined()
  expect(from(1, 0, 'right', 'right')).toEqual([1, 2])
  expect(from(1, 2, 'right')).toEqual([2, 0])
  expect(from(2, 1, 'right')).toEqual([4, 0])
  expect(from(4, 0, 'left')).toEqual([2, 1])
  expect(from(1, 2, 'down')).toEqual([2, 1])
  expect(from(2, 1, 'down')).toEqual([4, 1])
  expect(from(4, 2, 'up')).toEqual([2, 1])
  expect(from(1, 0, 'left')).toEqual([1, 0])
  expect(from(1, 0, 'up')).toEqual([1, 0])
  expect(from(4, 2, 'right')).toEqual([4, 2])
})

test('the grid shows what was used last, then all groups; or what was searched for', () => {
  const usual = { query: '', recent: ['👍🏽', '🎉'], tone: '' as const, columns: 8 }
  const all = emojiRows(usual)
  expect(all.slice(0, 3)).toMatchObject([
    { kind: 'head', section: 'recent' },
    {
      shown: [
        { emoji: '👍🏽', label: 'thumbs up' },
        { emoji: '🎉', name: 'tada' },
      ],
    },
    { kind: 'head', section: 'smileys' },
  ])
  expect(all.filter(({ kind }) => kind === 'head')).toHaveLength(10)
  expect(emojiRows({ ...usual, recent: [] })[0]).toMatchObject({ section: 'smileys' })
  expect(emojiRows({ ...usual, query: '+1', tone: '🏿' })[0]).toMatchObject({
    shown: [{ emoji: '👍🏿', label: 'thumbs up' }],
  })
  expect(emojiRows({ ...usual, query: 'qqq' })).toEqual([])
  const wide = Math.max(...all.map(row => (row.kind === 'emoji' ? row.shown.length : 0)))
  expect(wide).toBe(8)
})
