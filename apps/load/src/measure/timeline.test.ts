import { expect, test } from 'vitest'
import { createTimeline } from './timeline.ts'

test('a timeline keeps the joints of a start, in its own words and with their seconds', () => {
  let now = 1000
  const { hear, told } = createTimeline(() => now)
  const lines = [
    [1450, '> exec node apps/server/launch/start.mjs'],
    [1500, 'Building the web app ...'],
    [1510, '{"level":"info","from":"postgres","msg":"LOG:  starting PostgreSQL 18.4 on x86"}'],
    [4000, '  done in 2.5 s'],
    [4250, 'Parley is ready at http://127.0.0.1:4000'],
  ] as const
  for (const [at, line] of lines) {
    now = at
    hear(line)
  }
  expect(told()).toBe(
    '0.50 Building the web app · 0.51 starting PostgreSQL 18.4 · 3.00 done in · 3.25 Parley is ready',
  )
})
