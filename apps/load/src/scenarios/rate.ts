import type { Options } from '../options.ts'
import type { Figure } from '../scenario.ts'
import { compareUnder } from '../versus/compareUnder.ts'
import { pairsOf } from '../versus/conversation.ts'
import { atRate } from '../versus/drivers.ts'
import { beside, messagesPerSecond, serverCpu } from '../versus/figures.ts'
import { objectionsTo } from '../versus/objections.ts'
import type { Contestants } from '../versus/openContestants.ts'
import type { Versus } from '../versus/versusScenario.ts'
import type { Measured } from '../versus/windows.ts'

const defaultRate = 1500
const defaultSeconds = 10

/** A rate counts as kept when so much of it was acknowledged within the window. */
const kept = 0.98

export const rate: Versus = {
  name: 'rate',
  about: ({ rate: low = defaultRate, highRate, pairs, rounds, seconds = defaultSeconds }) =>
    `${low} and ${highRate} messages/s at random moments between ${pairs} pairs, ${rounds} x ${seconds} s each`,
  needs: ({ pairs }) => ({ memoryMiB: 1024, files: 4 * pairs + 200 }),
  async measure(contestants, options) {
    const { rate: low = defaultRate, highRate: high } = options
    const atLow = await measureAt(contestants, low, options)
    const atHigh = await measureAt(contestants, high, options)
    return {
      figures: [...lowFigures(atLow.measured, low), ...highFigures(atHigh.measured, high)],
      notes: [...atLow.notes, ...atHigh.notes],
      // What the peer cannot follow is no reason to doubt what Parley could.
      objections: [...atLow.measured, ...atHigh.measured.slice(0, 1)].flatMap(objectionsTo),
    }
  },
}

function measureAt({ parley, peer }: Contestants, perSecond: number, options: Options) {
  const { pairs, rounds, seconds = defaultSeconds, profile } = options
  return compareUnder({
    contestants: [parley, peer],
    conversations: () => pairsOf(pairs),
    driverOf: side => atRate(side, perSecond),
    rounds,
    seconds,
    profile: profile ? `rate-${perSecond}` : undefined,
  })
}

/** Both can follow: who takes longer? */
function lowFigures([parley, peer]: Measured[], perSecond: number): Figure[] {
  if (!parley || !peer) return []
  const { figure } = beside(parley, peer)
  const at = `at ${perSecond}/s`
  return [
    figure(messagesPerSecond, { what: `${at}: acknowledged`, unit: '/s', least: kept * perSecond }),
    figure(({ refused }) => refused, { what: `${at}: refused`, unit: '', target: 0 }),
    figure(({ acknowledgement }) => acknowledgement.percentile(50), {
      what: `${at}: acknowledged p50`,
      unit: 'ms',
    }),
    figure(({ delivery }) => delivery.percentile(50), {
      what: `${at}: delivered p50`,
      unit: 'ms',
      ratio: { atMost: 1 },
    }),
    figure(({ delivery }) => delivery.percentile(99), {
      what: `${at}: delivered p99`,
      unit: 'ms',
      ratio: { atMost: 0.6 },
    }),
    figure(serverCpu, { what: `${at}: server CPU per 1,000 messages`, unit: 'ms' }),
  ]
}

/** Whether the rate is kept at all; its times are Parley's own. */
function highFigures([parley, peer]: Measured[], perSecond: number): Figure[] {
  if (!parley || !peer) return []
  const { figure } = beside(parley, peer)
  const at = `at ${perSecond}/s`
  return [
    figure(messagesPerSecond, { what: `${at}: acknowledged`, unit: '/s', least: kept * perSecond }),
    figure(({ refused }) => refused, { what: `${at}: refused`, unit: '', target: 0 }),
    figure(({ delivery }) => delivery.percentile(50), { what: `${at}: delivered p50`, unit: 'ms' }),
    figure(({ delivery }) => delivery.percentile(99), {
      what: `${at}: delivered p99`,
      unit: 'ms',
      target: 10,
    }),
    figure(serverCpu, { what: `${at}: server CPU per 1,000 messages`, unit: 'ms' }),
  ]
}
