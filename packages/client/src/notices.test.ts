import { expect, test } from 'vitest'
import { createNotices } from './notices.ts'
import { createManualClock } from './testing/manualClock.ts'

function noticing() {
  const clock = createManualClock()
  const told: string[] = []
  const expired: string[] = []
  const notices = createNotices({
    clock,
    expire: id => expired.push(id),
    tell: ids => told.push([...ids].join(' ')),
  })
  return { clock, told, expired, ...notices }
}

test('[F6] the first frame is told at once, those after it once for each picture', async () => {
  const { clock, told, stream, touch } = noticing()
  for (const id of ['a', 'b', 'a', 'c']) stream(() => touch(id))
  expect(told).toEqual(['a'])
  await clock.advance(16)
  expect(told).toEqual(['a', 'b a c'])
  await clock.advance(16)
  stream(() => touch('d'))
  expect(told).toEqual(['a', 'b a c', 'd'])
})

test('[F6] whoever asks sees every frame at once', () => {
  const { expired, stream, touch } = noticing()
  stream(() => touch('a'))
  stream(() => touch('b'))
  expect(expired).toEqual(['a', 'b'])
})

test('what one does oneself does not wait for the next picture, and brings along what does', () => {
  const { told, stream, batch, touch } = noticing()
  stream(() => touch('a'))
  stream(() => touch('b'))
  batch(() => {
    touch('mine')
    touch('other')
  })
  expect(told).toEqual(['a', 'b mine other'])
})

test('a quiet client has no timer running', async () => {
  const { clock, stream, touch } = noticing()
  stream(() => touch('a'))
  await clock.advance(16)
  stream(() => {})
  expect(clock.waiting()).toBe(0)
})
