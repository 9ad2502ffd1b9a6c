import type { Report } from '@parley/protocol/bulk'
import { expect, test } from 'vitest'
import { allRows } from './allRows.ts'

test('all pages are read, each after the one before, and how many there are is told', async () => {
  const pages: Report[] = [
    { items: [row('a'), row('b')], nextCursor: '1' },
    { items: [row('c')], nextCursor: '2' },
    { items: [] },
  ]
  const asked: (string | undefined)[] = []
  const told: number[] = []
  const rows = await allRows(
    async cursor => {
      asked.push(cursor)
      return pages[Number(cursor ?? 0)] ?? { items: [] }
    },
    count => void told.push(count),
  )
  expect(rows.map(({ userId }) => userId)).toEqual(['a', 'b', 'c'])
  expect(asked).toEqual([undefined, '1', '2'])
  expect(told).toEqual([2, 3, 3])
})

function row(userId: string): Report['items'][number] {
  return { userId, state: 'sent' }
}
