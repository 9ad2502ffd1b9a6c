import type { Presence } from '@parley/protocol/presence'
import { expect, test } from 'vitest'
import { polling } from './polling.ts'
import { Refused, Unanswered } from './refused.ts'
import { createManualClock } from './testing/manualClock.ts'

function asking(answer: () => Promise<Presence[]>) {
  const clock = createManualClock()
  const heard: (Presence | Refused | undefined)[] = []
  let asked = 0
  const follow = polling(clock, () => {
    asked += 1
    return answer()
  })
  const stop = follow(['bob'], {
    next: presence => heard.push(presence),
    ended: refusal => heard.push(refusal),
  })
  return { clock, heard, stop, asked: () => asked }
}

const online: Presence = { userId: 'bob', status: 'online', connectionCount: 1 }

test('[S1] over requests presence is asked for at once and every 20 seconds, until it is ended', async () => {
  const { clock, heard, stop, asked } = asking(async () => [online])
  await clock.settle()
  expect(heard).toEqual([online])
  await clock.advance(41_000)
  expect(asked()).toBe(3)
  stop()
  await clock.advance(60_000)
  expect(asked()).toBe(3)
})

test('[S3] an answer that does not come ends it, with the refusal where there is one', async () => {
  const refusal = new Refused('RATE_LIMITED')
  for (const [error, told] of [
    [refusal, refusal],
    [new Unanswered(), undefined],
  ]) {
    const { clock, heard, asked } = asking(() => Promise.reject(error))
    await clock.advance(60_000)
    expect(heard).toEqual([told])
    expect(asked()).toBe(1)
  }
})
