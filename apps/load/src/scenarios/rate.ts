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
      figures: [
        ...figuresAt(atLow.measured, low, lowAims),
        ...figuresAt(atHigh.measured, high, highAims),
      ],
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

type Aim = Pick<Figure, 'target' | 'ratio'>

/** Of the times of delivery. */
interface Aims {
  p50: Aim
  p99: Aim
}

/** Both can follow: who takes longer? */
const lowAims: Aims = { p50: { ratio: { atMost: 1 } }, p99: { ratio: { atMost: 0.6 } } }

/** The peer cannot follow, so its times say nothing of Parley's. */
const highAims: Aims = { p50: {}, p99: { target: 10 } }

function figuresAt([parley, peer]: Measured[], perSecond: number, { p50, p99 }: Aims): Figure[] {
  if (!parley || !peer) return []
  const { figure } = beside(parley, peer)
  const named = (what: string, unit: Figure['unit'] = '') => ({
    what: `at ${perSecond}/s: ${what}`,
    unit,
  })
  return [
    figure(messagesPerSecond, { ...named('acknowledged', '/s'), least: kept * perSecond }),
    figure(({ refused }) => refused, { ...named('refused'), target: 0 }),
    figure(one => one.acknowledgement.percentile(50), named('acknowledged p50', 'ms')),
    figure(one => one.delivery.percentile(50), { ...named('delivered p50', 'ms'), ...p50 }),
    figure(one => one.delivery.percentile(99), { ...named('delivered p99', 'ms'), ...p99 }),
    figure(serverCpu, named('server CPU per 1,000 messages', 'ms')),
  ]
}
