import { expect, test } from 'vitest'
import { bulkBars } from './bulkBars.ts'

const days = (...counts: [sent: number, failed: number][]) =>
  counts.map(([sent, failed], at) => ({ day: `2026-11-0${at + 1}`, sent, failed }))

test('the lines are round, whole and few, and the highest is above all bars', () => {
  const linesFor = (most: number) => bulkBars(days([most, 0])).lines
  expect(linesFor(0)).toEqual([0, 1])
  expect(linesFor(1)).toEqual([0, 1])
  expect(linesFor(3)).toEqual([0, 1, 2, 3])
  expect(linesFor(10_000)).toEqual([0, 5_000, 10_000])
  expect(linesFor(123_456_789)).toEqual([0, 50_000_000, 100_000_000, 150_000_000])
  for (let most = 1; most < 3_000; most += 7) {
    const lines = linesFor(most)
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(lines.at(-1)).toBeGreaterThanOrEqual(most)
    for (const line of lines) expect(Number.isInteger(line)).toBe(true)
  }
})

test('what failed stands on what was sent, to scale', () => {
  const [bar] = bulkBars(days([750, 250])).bars
  expect(bar).toMatchObject({ left: 12.5, width: 75, sentHeight: 75, failedHeight: 25 })
})

test('one failure among millions is seen, and nothing is not', () => {
  const [huge, none] = bulkBars(days([5_000_000, 1], [0, 0])).bars
  expect(huge?.failedHeight).toBeGreaterThan(1)
  expect(none).toMatchObject({ sentHeight: 0, failedHeight: 0 })
})

test('without any day there is nothing to draw', () => {
  expect(bulkBars([]).bars).toEqual([])
})
