import { expect, test } from 'vitest'
import { rateOf, type Sample, stepOf, withSample } from './progress.ts'

const counts = (totalSent: number, totalFailed = 0) => ({ total: 10_000, totalSent, totalFailed })

test('those who listen hear of each quarter once, and of the whole only at the end', () => {
  const heard = new Set<number>()
  for (let sent = 0; sent <= 10_000; sent += 100) heard.add(stepOf(counts(sent)))
  expect([...heard]).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(stepOf(counts(9_999))).toBe(0.75)
  expect(stepOf(counts(9_000, 1_000))).toBe(1)
})

test('the speed is that of the last seconds', () => {
  let samples: Sample[] = []
  expect(rateOf(samples)).toBeUndefined()
  for (let second = 0; second <= 60; second += 1) {
    const done = second < 50 ? second * 1000 : 50_000 + (second - 50) * 10
    samples = withSample(samples, { at: second * 1000, done })
  }
  expect(samples.length).toBeLessThan(10)
  expect(rateOf(samples)).toBe(10)
})

test('after a silence the speed is that over the silence', () => {
  const before = [{ at: 0, done: 0 }]
  expect(rateOf(withSample(before, { at: 20_000, done: 2_000 }))).toBe(100)
})
