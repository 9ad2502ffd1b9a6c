import { expect, test } from 'vitest'
import { createFallback } from './fallback.ts'
import { createManualClock } from './testing/manualClock.ts'
import type { LineEvent } from './transport.ts'
import type { Way } from './way.ts'

/** A way of which every attempt comes to the same. */
function way(outcome: LineEvent['type']): Way {
  let tell = (_event: LineEvent) => {}
  const unanswered = () => Promise.reject(new Error('nothing is asked here'))
  return {
    link: () => () => {
      throw new Error('nothing is asked here')
    },
    calls: {
      list: unanswered,
      get: unanswered,
      history: unanswered,
      changesSince: unanswered,
      open: unanswered,
      send: unanswered,
      edit: unanswered,
      remove: unanswered,
      react: unanswered,
      markRead: unanswered,
      markDelivered: unanswered,
      setMine: unanswered,
      addPeople: unanswered,
      removePerson: unanswered,
      leave: unanswered,
      rename: unanswered,
      setTyping: unanswered,
      setAway: unanswered,
      renewToken: unanswered,
      limits: unanswered,
    },
    listen(listener) {
      tell = listener
    },
    open: () => tell({ type: outcome }),
    drop() {},
    changes: () => () => {},
    presence: () => () => {},
    typing: () => () => {},
    close() {},
  }
}

async function slowed(probe: () => Promise<boolean>) {
  const clock = createManualClock()
  const http = way('opened')
  const { transport } = createFallback({
    socket: way('lost'),
    loadHttp: async () => http,
    probe,
    clock,
    random: () => 0.5,
  })
  const events: string[] = []
  transport.listen(({ type }) => events.push(type))
  for (let attempt = 1; attempt <= 3; attempt += 1) transport.open('token')
  expect(events).toEqual(['lost', 'lost', 'lost'])
  transport.open('token')
  await clock.settle()
  expect(events.at(-1)).toBe('opened')
  expect(transport.via()).toBe('http')
  return { clock, transport }
}

test('[T2] probes come at once and then ever more seldom, also when one throws', async () => {
  let probes = 0
  const { clock } = await slowed(async () => {
    probes += 1
    if (probes === 2) throw new Error('blocked')
    return false
  })
  await clock.advance(1_500)
  expect(probes).toBe(1)
  await clock.advance(60_000)
  expect(probes).toBe(2)
  await clock.advance(3_600_000)
  expect(probes).toBeGreaterThan(10)
  expect(probes).toBeLessThan(20)
})

test('[C9] nothing is probed after closing, also while a probe is under way', async () => {
  let probes = 0
  let answer = (_works: boolean) => {}
  const { clock, transport } = await slowed(() => {
    probes += 1
    return new Promise(resolve => {
      answer = resolve
    })
  })
  await clock.advance(1_500)
  transport.close()
  answer(false)
  await clock.advance(3_600_000)
  expect(probes).toBe(1)
  expect(clock.waiting()).toBe(0)
})

test('[T3] where requests open and never bring a frame, WebSockets come first again', async () => {
  const { transport } = await slowed(async () => false)
  for (let time = 1; time <= 3; time += 1) {
    transport.open('token')
    transport.drop()
  }
  expect(transport.via()).toBe('socket')
})
