import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { shared } from './shared.ts'

test('who asks in one turn shares an asking that begins after it, and waits for no earlier one', async () => {
  const waiting: ((answer: string) => void)[] = []
  const ask = shared(() => new Promise<string>(resolve => waiting.push(resolve)))
  const first = [ask(), ask()]
  expect(waiting.length).toBe(0)
  await turn()
  const later = [ask(), ask(), ask()]
  await turn()
  expect(waiting.length).toBe(2)
  waiting[1]?.('later')
  expect(await Promise.all(later)).toEqual(['later', 'later', 'later'])
  waiting[0]?.('first')
  expect(await Promise.all(first)).toEqual(['first', 'first'])
})

test('an asking that fails is told to who shared it, and the next one asks anew', async () => {
  let asked = 0
  const ask = shared(async () => {
    asked += 1
    if (asked === 1) throw new Error('away')
    return asked
  })
  const both = await Promise.allSettled([ask(), ask()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask()).toBe(2)
})
