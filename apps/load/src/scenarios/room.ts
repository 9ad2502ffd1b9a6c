import type { Figure } from '../scenario.ts'
import { compareUnder } from '../versus/compareUnder.ts'
import { roomOf } from '../versus/conversation.ts'
import { roomSenders } from '../versus/drivers.ts'
import { beside, deliveriesPerSecond } from '../versus/figures.ts'
import { objectionsTo } from '../versus/objections.ts'
import type { Versus } from '../versus/versusScenario.ts'
import type { Measured } from '../versus/windows.ts'

const defaultSeconds = 10

export const room: Versus = {
  name: 'room',
  about: ({ members, senders, rounds, seconds = defaultSeconds }) =>
    `${senders} of ${members} members of one conversation write as fast as they are answered, ${rounds} x ${seconds} s each`,
  needs: ({ members }) => ({ memoryMiB: 1024, files: 3 * members + 200 }),
  async measure({ parley, peer, startLeanPeer }, options) {
    const { members, senders, rounds, seconds = defaultSeconds, profile } = options
    const { measured, notes } = await compareUnder({
      contestants: [parley, peer, await startLeanPeer()],
      conversations: () => [roomOf(members)],
      driverOf: side => roomSenders(side, Math.min(senders, members)),
      rounds,
      seconds,
      profile: profile ? 'room' : undefined,
    })
    return { figures: figuresOf(measured), notes, objections: measured.flatMap(objectionsTo) }
  },
}

/** Microseconds of a processor for one delivery. */
const cpuPerDelivery = ({ server, delivered }: Measured) => (server * 1e6) / delivered

function figuresOf([parley, peer, lean]: Measured[]): Figure[] {
  if (!parley || !peer || !lean) return []
  const { figure, times } = beside(parley, peer)
  const besideLean = beside(parley, lean)
  return [
    figure(deliveriesPerSecond, { what: 'deliveries', unit: '/s', ratio: { atLeast: 2 } }),
    besideLean.figure(deliveriesPerSecond, {
      what: 'deliveries, the peer without its second event',
      unit: '/s',
      ratio: { atLeast: 1 },
    }),
    figure(cpuPerDelivery, { what: 'server CPU per delivery', unit: 'µs', target: 5 }),
    besideLean.figure(cpuPerDelivery, {
      what: 'server CPU per delivery, the peer without its second event',
      unit: 'µs',
    }),
    ...times(),
  ]
}
