import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { gather } from './gather.ts'

interface Item {
  lane: string
  name: string
}

/** Writes that end when the test says so. */
function gathering(
  more: {
    batchMax?: number
    sideBySide?: number
    slowMs?: number
    waitingMax?: number
    patienceMs?: number
  } = {},
) {
  const batches: {
    names: string[]
    line: number
    answer(done?: (string | undefined)[]): void
    fail(): void
  }[] = []
  const alone: { name: string; answer(): void; fail(): void }[] = []
  const failures: unknown[] = []
  const write = gather<Item, string>({
    together: (items, line) =>
      new Promise((resolve, reject) => {
        const names = items.map(({ name }) => name)
        batches.push({
          names,
          line,
          answer: (done = names) => resolve(done),
          fail: () => reject(new Error('batch')),
        })
      }),
    alone: ({ name }) =>
      new Promise((resolve, reject) => {
        alone.push({ name, answer: () => resolve(name), fail: () => reject(new Error(name)) })
      }),
    onFailed: error => failures.push(error),
    laneOf: ({ lane }) => lane,
    sideBySide: 1,
    ...more,
  })
  const say = (lane: string, ...names: string[]) => names.map(name => write({ lane, name }))
  return { say, batches, alone, failures, names: () => batches.map(({ names }) => names) }
}

test('one turn goes together, and what arrives meanwhile goes together after it', async () => {
  const { say, batches, names } = gathering({ batchMax: 3 })
  const first = say('a', 'a1', 'a2')
  await turn()
  expect(names()).toEqual([['a1', 'a2']])
  const later = say('b', 'b1', 'b2', 'b3', 'b4')
  await turn()
  expect(batches).toHaveLength(1)
  for (const at of [0, 1, 2]) {
    await expect.poll(() => batches[at]).toBeDefined()
    batches[at]?.answer()
  }
  expect(await Promise.all([...first, ...later])).toEqual(['a1', 'a2', 'b1', 'b2', 'b3', 'b4'])
  expect(names()).toEqual([['a1', 'a2'], ['b1', 'b2', 'b3'], ['b4']])
})

test('several writes go side by side, but nothing beside an earlier one of its lane', async () => {
  const { say, batches, names } = gathering({ sideBySide: 2 })
  const all = [...say('a', 'a1')]
  await turn()
  all.push(...say('a', 'a2'), ...say('b', 'b1'))
  await turn()
  expect(names()).toEqual([['a1'], ['b1']])
  all.push(...say('c', 'c1'), ...say('b', 'b2'))
  await turn()
  expect(batches).toHaveLength(2)
  batches[1]?.answer()
  await expect.poll(() => batches[2]?.names).toEqual(['c1', 'b2'])
  batches[0]?.answer()
  await expect.poll(() => batches[3]?.names).toEqual(['a2'])
  batches[3]?.answer()
  batches[2]?.answer()
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1', 'c1', 'b2'])
})

test('where a write hangs, the next ones take another line after a moment, also from a second one', async () => {
  const { say, batches, names } = gathering({ slowMs: 20 })
  const all: Promise<string>[] = []
  for (const name of ['a1', 'b1', 'c1']) {
    all.push(...say(name, name))
    await expect.poll(() => names().at(-1)).toEqual([name])
  }
  all.push(...say('d', 'd1'), ...say('a1', 'a2'))
  batches[2]?.answer()
  await expect.poll(() => names().at(-1)).toEqual(['d1'])
  for (const at of [0, 1, 3]) batches[at]?.answer()
  await expect.poll(() => names().at(-1)).toEqual(['a2'])
  batches[4]?.answer()
  expect(await Promise.all(all)).toEqual(['a1', 'b1', 'c1', 'd1', 'a2'])
  expect(batches.map(({ line }) => line)).toEqual([0, 1, 2, 2, 0])
})

test('what is behind a write that hangs hangs with it, and takes no room from the others', async () => {
  const { say, batches, names } = gathering({ slowMs: 1000, sideBySide: 2 })
  const all = say('a', 'a1')
  await turn()
  all.push(...say('b', 'b1'))
  await turn()
  all.push(...say('c', 'c1'))
  await expect.poll(names).toEqual([['a1'], ['b1'], ['c1']])
  batches[0]?.answer()
  await turn()
  all.push(...say('d', 'd1'))
  await expect.poll(() => names().at(-1)).toEqual(['d1'])
  // The other one still hangs there.
  expect(batches[3]?.line).not.toBe(0)
  for (const batch of batches) batch.answer()
  await Promise.all(all)
  const last = say('e', 'e1')
  await expect.poll(() => names().at(-1)).toEqual(['e1'])
  expect(batches.map(({ line }) => line)).toEqual([0, 0, 1, batches[3]?.line, 0])
  batches[4]?.answer()
  await Promise.all(last)
})

test('the only line that is left is looked at again once another one moves', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] })
  onTestFinished(() => void vi.useRealTimers())
  const { say, batches } = gathering({ slowMs: 50, patienceMs: 100_000 })
  const all: Promise<string>[] = []
  const sayOf = async (name: string, passes: number) => {
    all.push(...say(name, name))
    await vi.advanceTimersByTimeAsync(passes)
  }
  const answer = async (at: number) => {
    batches[at]?.answer()
    await vi.advanceTimersByTimeAsync(0)
  }
  for (const name of ['a', 'b']) await sayOf(name, 60)
  await sayOf('c', 30)
  await answer(0)
  await vi.advanceTimersByTimeAsync(30)
  // All three are slow by now but this one, which hangs as well.
  await sayOf('d', 60)
  await answer(1)
  await sayOf('e', 60)
  expect(batches.map(({ names, line }) => `${names} on ${line}`)).toEqual([
    'a on 0',
    'b on 1',
    'c on 2',
    'd on 0',
    'e on 1',
  ])
  for (const at of [2, 3, 4]) await answer(at)
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a line is not taken again while something hangs there that nobody waits for any more', async () => {
  const { say, batches, names, alone } = gathering({ slowMs: 20, patienceMs: 100 })
  const lost = say('a', 'a1')
  await expect.poll(() => alone.length).toBe(1)
  alone[0]?.answer()
  expect(await Promise.all(lost)).toEqual(['a1'])
  const later = say('b', 'b1')
  await turn()
  batches[1]?.answer()
  await Promise.all(later)
  batches[0]?.fail()
  await turn()
  const last = say('c', 'c1')
  await turn()
  expect(names()).toEqual([['a1'], ['b1'], ['c1']])
  expect(batches.map(({ line }) => line)).toEqual([0, 1, 0])
  batches[2]?.answer()
  await Promise.all(last)
})

test('what was left out goes alone, the later ones of its lane wait, other lanes do not', async () => {
  const { say, batches, alone } = gathering()
  const all = [...say('a', 'a1', 'a2'), ...say('b', 'b1')]
  await turn()
  all.push(...say('a', 'a3'), ...say('b', 'b2'))
  batches[0]?.answer([undefined, undefined, 'b1'])
  await expect.poll(() => batches[1]?.names).toEqual(['b2'])
  all.push(...say('a', 'a4'))
  batches[1]?.answer()
  expect(alone.map(({ name }) => name)).toEqual(['a1'])
  alone[0]?.answer()
  await expect.poll(() => batches[2]?.names).toEqual(['a2', 'a3', 'a4'])
  batches[2]?.answer()
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'a4'])
})

test('when a common write fails, all of it goes alone, and only the one at fault is refused', async () => {
  const { say, batches, alone, failures } = gathering()
  const all = Promise.allSettled([...say('a', 'a1', 'a2'), ...say('b', 'b1')])
  await turn()
  batches[0]?.fail()
  await expect.poll(() => alone.length).toBe(2)
  alone[0]?.fail()
  await expect.poll(() => alone.length).toBe(3)
  alone[1]?.answer()
  alone[2]?.answer()
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(failures).toHaveLength(1)
  expect(batches).toHaveLength(1)
})

test('no more wait than may; a place is free again once one is answered', async () => {
  const { say, batches } = gathering({ waitingMax: 2 })
  const two = say('a', 'a1', 'a2')
  await expect(say('b', 'b1')[0]).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
  await turn()
  batches[0]?.answer()
  await Promise.all(two)
  const next = say('b', 'b1')
  await turn()
  batches[1]?.answer()
  expect(await Promise.all(next)).toEqual(['b1'])
})

test('a write whose answer never comes stops nothing for longer than its patience', async () => {
  const { say, batches, alone } = gathering({ patienceMs: 500 })
  const lost = say('a', 'a1')
  await turn()
  const behind = [...say('a', 'a2'), ...say('b', 'b1')]
  const refused = expect(lost[0]).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
  await expect.poll(() => batches[1]?.names).toEqual(['b1'])
  batches[1]?.answer()
  await refused
  expect(alone.map(({ name }) => name)).toEqual(['a1'])
  await expect.poll(() => batches[2]?.names).toEqual(['a2'])
  batches[2]?.answer()
  expect(await Promise.all(behind)).toEqual(['a2', 'b1'])
})
