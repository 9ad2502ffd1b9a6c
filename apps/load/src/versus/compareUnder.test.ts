/** Servers that are wrong, of which a run has to say so. */
import { testDatabase } from '@parley/db/testing'
import { expect, test } from 'vitest'
import type { BareOptions } from '../devices/bare/bareDevice.ts'
import { openDatabase } from '../rows/openDatabase.ts'
import { compareUnder } from './compareUnder.ts'
import { contestant, type Kind, type StoredText } from './contestant.ts'
import { pairsOf } from './conversation.ts'
import { pairsInTurns } from './drivers.ts'

interface Faults {
  copies(message: number): number
  isStored(message: number): boolean
  isRefused(message: number): boolean
}

/** A server in memory, for one pair. */
function serverWith(faults: Partial<Faults>): Kind {
  const listeners: BareOptions[] = []
  const stored: StoredText[] = []
  return {
    async open(options) {
      listeners.push(options)
      return {
        send(conversationId, text, on) {
          const message = Number.parseInt(text, 10)
          if (faults.isRefused?.(message)) return void setImmediate(on.refused, 'too busy')
          if (faults.isStored?.(message) ?? true) stored.push({ conversationId, text })
          setImmediate(() => {
            on.acknowledged()
            const copies = faults.copies?.(message) ?? 1
            for (let copy = 0; copy < copies; copy += 1) {
              for (const { onDelivered } of listeners) onDelivered(text)
            }
          })
        },
        ask: async () => undefined,
        act: async () => undefined,
        heals: () => 0,
        close: async () => {},
      }
    },
    seed: async () => {},
    stored: async () => stored,
  }
}

async function run(faults: Partial<Faults>) {
  await using database = await testDatabase()
  await using opened = openDatabase(database.url)
  const self = {
    url: '',
    pid: process.pid,
    token: async () => '',
    memory: () => expect.unreachable(),
    startProfile: () => expect.unreachable(),
  }
  return await compareUnder({
    contestants: [contestant('It', serverWith(faults), self, opened.sql)],
    conversations: () => pairsOf(1),
    driverOf: pairsInTurns,
    rounds: 1,
    seconds: 0.05,
    patienceMs: 50,
  })
}

test('a server that is right has figures', async () => {
  const { measured, notes } = await run({})
  expect(measured[0]?.acknowledged).toBeGreaterThan(3)
  expect(notes[0]).toMatch(/^Sent, stored and delivered agree: [\d,]+ messages of It\.$/)
})

// Two messages have their turn even on a machine that is very busy: the first is always sent.
test('a lost message fails the run, also one of the warming up', async () => {
  await expect(run({ copies: message => (message === 0 ? 0 : 1) })).rejects.toThrow(
    'It: 2 deliveries never came.',
  )
})

test('a doubled message fails the run', async () => {
  await expect(run({ copies: message => (message === 0 ? 2 : 1) })).rejects.toThrow(
    'It: 2 deliveries came more than once.',
  )
})

test('a message that was acknowledged and not stored fails the run', async () => {
  await expect(run({ isStored: message => message !== 0 })).rejects.toThrow(
    'It: 1 messages are not in the database.',
  )
})

test('a message that was refused is told, and is not lost', async () => {
  const { measured, notes } = await run({ isRefused: message => message === 0 })
  expect(measured[0]?.acknowledged).toBeGreaterThan(0)
  expect(notes[0]).toMatch(/, 1 of them refused by it \(the first with too busy\)\.$/)
})
