import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shared } from './shared.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)

/** Askings that are answered when the test says so. */
function asking(restMs: number) {
  const waiting: ((answer: string) => void)[] = []
  const ask = shared(() => new Promise<string>(resolve => waiting.push(resolve)), restMs)
  return { ask, waiting }
}

test('who asks in one turn shares an asking that begins after it, and waits for no earlier one', async () => {
  const { ask, waiting } = asking(5)
  const first = [ask(), ask()]
  expect(waiting.length).toBe(0)
  await after(0)
  expect(waiting.length).toBe(1)
  await after(5)
  const later = [ask(), ask(), ask()]
  await after(0)
  expect(waiting.length).toBe(2)
  waiting[1]?.('later')
  expect(await Promise.all(later)).toEqual(['later', 'later', 'later'])
  waiting[0]?.('first')
  expect(await Promise.all(first)).toEqual(['first', 'first'])
})

test('whoever comes soon after an asking has begun waits for the next one, with all who do', async () => {
  const { ask, waiting } = asking(50)
  const first = ask()
  await after(0)
  const later = [ask()]
  await after(40)
  later.push(ask())
  expect(waiting.length).toBe(1)
  await after(10)
  expect(waiting.length).toBe(2)
  waiting[0]?.('before them')
  waiting[1]?.('for them')
  expect(await Promise.all([first, ...later])).toEqual(['before them', 'for them', 'for them'])
})

test('an asking that fails is told to who shared it, and the next one asks anew', async () => {
  let asked = 0
  const ask = shared(async () => {
    asked += 1
    if (asked === 1) throw new Error('away')
    return asked
  }, 5)
  const both = Promise.allSettled([ask(), ask()])
  await after(0)
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const next = ask()
  await after(5)
  expect(await next).toBe(2)
})
