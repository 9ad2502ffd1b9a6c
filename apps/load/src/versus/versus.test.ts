/** Every comparison for a moment with few clients, against both servers. */
import { expect, test, vi } from 'vitest'
import type { Options } from '../options.ts'
import type { Figure } from '../scenario.ts'
import { measureBulk } from '../scenarios/bulk.ts'
import { idle } from '../scenarios/idle.ts'
import { pairs } from '../scenarios/pairs.ts'
import { rate } from '../scenarios/rate.ts'
import { measureReads } from '../scenarios/readsVersus.ts'
import { room } from '../scenarios/room.ts'
import { testContestants } from './testing/testContestants.ts'

const few: Options = {
  pairs: 3,
  rate: 50,
  highRate: 100,
  members: 6,
  senders: 2,
  connections: 10,
  recipients: 60,
  axis: undefined,
  largest: 0,
  seconds: 0.5,
  rounds: 1,
  client: 'real',
  freshClone: false,
  profile: false,
  evenIfBusy: true,
}

// Enough also where others use the processors.
vi.setConfig({ testTimeout: 60_000 })

const contestants = testContestants()

/** Both have a value of each, so both have answered. */
function valuesOf(figures: Figure[]): string[] {
  for (const { value, peer } of figures) {
    expect(value).toEqual(expect.any(Number))
    expect(peer).toEqual(expect.any(Number))
  }
  return figures.filter(({ value, peer = 0 }) => value > 0 && peer > 0).map(({ what }) => what)
}

// The first, since it fills tables that have to be empty.
test('reads: both answer full pages and whole lists', async () => {
  const { figures } = await measureReads(
    contestants(),
    {
      seed: 'few',
      customers: 12,
      contractors: 20,
      conversationsEach: 10,
      messagesEach: 3,
      busy: 0,
      long: 200,
    },
    { rounds: 1, seconds: 0.5 },
  )
  expect(valuesOf(figures)).toEqual(expect.arrayContaining(['history: answers', 'list: answers']))
})

test.for([pairs, rate])('$name: both answer, and lose nothing', async scenario => {
  const { figures, notes } = await scenario.measure(contestants(), few)
  expect(valuesOf(figures)).toEqual(
    expect.arrayContaining(
      figures.map(({ what }) => what).filter(what => !/CPU|refused/.test(what)),
    ),
  )
  expect(notes[0]).toMatch(/^Sent, stored and delivered agree: [\d,]+ messages of Parley/)
})

test('room: everybody gets every message, of three servers', async () => {
  const { figures, notes } = await room.measure(contestants(), few)
  expect(valuesOf(figures)).toContain('deliveries')
  expect(notes[0]).toMatch(/messages of Socket.IO without its second event\.$/)
})

test('idle: people come and go, and what they weigh is told', async () => {
  const { figures } = await idle.measure(contestants(), few)
  expect(valuesOf(figures)).toContain('connects')
})

test('bulk: both write to everybody once, also while others chat', async () => {
  const { figures, notes } = await measureBulk(contestants(), { ...few, times: 1, warmUp: 0 })
  const told = figures.filter(({ value }) => value > 0).map(({ what }) => what)
  expect(told).toEqual(
    expect.arrayContaining(['50 recipients: recipients', '60 recipients: recipients']),
  )
  expect(notes[0]).toMatch(/nobody twice: 170 of Parley, 110 of Socket\.IO\.$/)
})
