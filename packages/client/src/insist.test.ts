import { expect, test } from 'vitest'
import { insist, type Means } from './insist.ts'
import { Refused, Unanswered, Unwanted } from './refused.ts'
import { retryAfter } from './retry.ts'
import { createManualClock } from './testing/manualClock.ts'

function means(): Means & { clock: ReturnType<typeof createManualClock> } {
  return {
    clock: createManualClock(),
    random: () => 0.5,
    online: () => Promise.resolve(),
    retry: retryAfter,
  }
}

/** Fails in these ways, one after another, and then succeeds. */
function failing(...failures: Error[]) {
  let calls = 0
  return {
    calls: () => calls,
    async call() {
      calls += 1
      const failure = failures.shift()
      if (failure) throw failure
      return 'done'
    },
  }
}

const internal = () => new Refused('INTERNAL')
const lost = () => new Unanswered()

test('[O4] what was lost before does not count against an error of the server', async () => {
  const given = means()
  const losses = Array.from({ length: 8 }, lost)
  const { call, calls } = failing(...losses, internal(), internal(), internal(), internal())
  const answer = insist(given, call)
  await given.clock.advance(300_000)
  await expect(answer).resolves.toBe('done')
  expect(calls()).toBe(13)
})

test('[O4] five of them in a row are final', async () => {
  const given = means()
  const { call, calls } = failing(...Array.from({ length: 9 }, internal))
  const answer = expect(insist(given, call)).rejects.toMatchObject({ reason: 'INTERNAL' })
  await given.clock.advance(300_000)
  await answer
  expect(calls()).toBe(5)
})

test('a final reason is final at once', async () => {
  const given = means()
  for (const reason of [
    'INVALID_INPUT',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'TOO_LARGE',
  ] as const) {
    const { call, calls } = failing(new Refused(reason))
    await expect(insist(given, call)).rejects.toMatchObject({ reason })
    expect(calls()).toBe(1)
  }
})

test('an answer that does not come is given up after twenty seconds, and asked for again', async () => {
  const given = means()
  let calls = 0
  const answer = insist(given, () => {
    calls += 1
    return calls === 1 ? new Promise<string>(() => {}) : Promise.resolve('done')
  })
  await given.clock.advance(19_900)
  expect(calls).toBe(1)
  await given.clock.advance(1000)
  await expect(answer).resolves.toBe('done')
})

test('what nobody wants any more is not asked for', async () => {
  const given = means()
  const { call, calls } = failing(lost())
  let wanted = true
  const answer = expect(insist(given, call, { isWanted: () => wanted })).rejects.toBeInstanceOf(
    Unwanted,
  )
  await given.clock.settle()
  wanted = false
  await given.clock.advance(10_000)
  await answer
  expect(calls()).toBe(1)
})
