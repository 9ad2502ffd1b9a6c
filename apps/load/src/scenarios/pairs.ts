import type { Figure } from '../scenario.ts'
import { compareUnder } from '../versus/compareUnder.ts'
import { pairsOf } from '../versus/conversation.ts'
import { pairsInTurns } from '../versus/drivers.ts'
import { beside, messagesPerSecond, postgresCpu, serverCpu } from '../versus/figures.ts'
import { objectionsTo } from '../versus/objections.ts'
import type { Versus } from '../versus/versusScenario.ts'
import type { Measured } from '../versus/windows.ts'

const defaultSeconds = 10

export const pairs: Versus = {
  name: 'pairs',
  about: ({ pairs: count, rounds, seconds = defaultSeconds }) =>
    `${count} pairs, each with one message on its way all the time, ${rounds} x ${seconds} s each`,
  needs: ({ pairs: count }) => ({ memoryMiB: 1024, files: 4 * count + 200 }),
  async measure({ parley, peer }, { pairs: count, rounds, seconds = defaultSeconds, profile }) {
    const { measured, notes } = await compareUnder({
      contestants: [parley, peer],
      conversations: () => pairsOf(count),
      driverOf: pairsInTurns,
      rounds,
      seconds,
      profile: profile ? 'pairs' : undefined,
    })
    return { figures: figuresOf(measured), notes, objections: measured.flatMap(objectionsTo) }
  },
}

function figuresOf([parley, peer]: Measured[]): Figure[] {
  if (!parley || !peer) return []
  const { figure, times } = beside(parley, peer)
  return [
    figure(messagesPerSecond, { what: 'messages', unit: '/s', ratio: { atLeast: 4 } }),
    figure(serverCpu, {
      what: 'server CPU per 1,000 messages',
      unit: 'ms',
      ratio: { atMost: 0.25 },
    }),
    figure(postgresCpu, { what: 'Postgres CPU per 1,000 messages', unit: 'ms' }),
    ...times(),
  ]
}
