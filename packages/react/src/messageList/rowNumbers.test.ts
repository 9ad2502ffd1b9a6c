import type { Message } from '@parley/protocol/message'
import { expect, test } from 'vitest'
import { estimatedHeight } from './heights.ts'
import { numbersOf } from './rowNumbers.ts'
import type { Row } from './rows.ts'

const day = (key: string): Row => ({ kind: 'day', key, at: '2026-11-21T12:00:00.000Z' })
const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => day(`day ${from + at}`))

test('each key has a number of its own, wherever its row stands', () => {
  const rows = many(0, 4)
  const first = numbersOf(rows)
  expect(new Set(first.keys).size).toBe(4)
  const older = numbersOf([...many(-3, 0), ...rows], first)
  expect(older.keys.slice(3)).toEqual(first.keys)
  expect(new Set(older.keys).size).toBe(7)
  const without = numbersOf([...many(-3, 0), ...rows.slice(1)], older)
  expect(without.keys).toEqual([...older.keys.slice(0, 3), ...first.keys.slice(1)])
})

test('a row that changes and stays where it is leaves the list of keys; its height is new', () => {
  const rows = many(0, 3)
  const before = numbersOf(rows)
  const said: Row = {
    kind: 'message',
    key: 'day 1',
    message: { content: { text: 'x'.repeat(300) } } as Message,
    isFirst: true,
    isLast: true,
  }
  const after = numbersOf(rows.with(1, said), before)
  expect(after.keys).toBe(before.keys)
  expect(after.heights).toEqual([42, estimatedHeight(said), 42])
})

test('whatever changes, the numbers are those of the rows', () => {
  let before = numbersOf([])
  let rows: Row[] = []
  for (let turn = 0; turn < 200; turn += 1) {
    const at = (turn * 7) % (rows.length + 1)
    const [from, to] = [turn * 10, turn * 10 + (turn % 4)]
    rows = rows.toSpliced(at, turn % 3, ...many(from, to))
    const after = numbersOf(rows, before)
    expect(after.keys).toEqual(rows.map(({ key }) => after.known.get(key)))
    expect(after.heights).toEqual(rows.map(estimatedHeight))
    before = after
  }
})
