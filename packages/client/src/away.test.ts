import { expect, test } from 'vitest'
import type { Hints } from './browserHints.ts'
import { createWorld } from './testing/world.ts'

const minute = 60_000

async function page() {
  const world = createWorld()
  let hints: Hints | undefined
  const ann = world.join('ann', {
    hints(given) {
      hints = given
      return () => {}
    },
  })
  await world.clock.advance(1000)
  if (!hints) throw new Error('nobody listens')
  const told = () =>
    ann.transport.log.flatMap(({ call, input }) => (call === 'setAway' ? [input] : []))
  const status = () => world.server.signals.presenceOf('ann').status
  return { ...world, ann, hints, told, status }
}

test('[S4] a hidden page is away after a second, and back at once', async () => {
  const { clock, hints, status, told } = await page()
  expect(told()).toEqual([])
  hints.hidden()
  await clock.advance(900)
  hints.active() // it was reloaded, or looked at again
  await clock.advance(2000)
  expect(told()).toEqual([])
  hints.hidden()
  await clock.advance(1100)
  expect(status()).toBe('away')
  hints.active()
  await clock.advance(0)
  expect(status()).toBe('online')
  expect(told()).toEqual([{ away: true }, { away: false }])
})

test('[S4] a page that nobody touches for five minutes is away', async () => {
  const { clock, hints, status, told } = await page()
  await clock.advance(4 * minute)
  hints.active()
  await clock.advance(4.9 * minute)
  expect(status()).toBe('online')
  await clock.advance(0.2 * minute)
  expect(status()).toBe('away')
  hints.active()
  await clock.advance(0)
  expect(status()).toBe('online')
  await clock.advance(5.1 * minute)
  expect(status()).toBe('away')
  expect(told()).toHaveLength(3)
})

test('[S5] another connection is told again', async () => {
  const { ann, clock, hints, status, told } = await page()
  hints.hidden()
  await clock.advance(2000)
  ann.transport.cut()
  await clock.advance(10_000)
  expect(status()).toBe('away')
  expect(told()).toEqual([{ away: true }, { away: true }])
})

test('[S5] what was not told before one came back is not told any more', async () => {
  const { ann, clock, hints, told } = await page()
  ann.transport.blocked = true
  ann.transport.cut()
  hints.hidden()
  await clock.advance(5000)
  hints.active()
  ann.transport.blocked = false
  await clock.advance(30_000)
  expect(ann.connection.get().state).toBe('online')
  expect(told()).toEqual([])
})
