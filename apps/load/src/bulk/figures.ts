/** What is told of broadcasts: Parley's value, with the peer's beside it where it did the same. */
import type { Figure } from '../scenario.ts'
import type { Broadcasts } from './inTurns.ts'
import type { Large } from './large.ts'

export function figuresOf(
  recipients: number,
  [parley, peer]: readonly Broadcasts[],
  aim: Pick<Figure, 'target'> = {},
): Figure[] {
  if (!parley || !peer) return []
  const figure = (what: string, unit: Figure['unit'], of: (one: Broadcasts) => number): Figure => ({
    what: `${recipients.toLocaleString('en')} recipients: ${what}`,
    unit,
    value: of(parley),
    peer: of(peer),
  })
  const perThousand = (seconds: number, one: Broadcasts) => (seconds * 1e6) / one.recipients
  return [
    { ...figure('done after, p50', 'ms', ({ took }) => took.percentile(50)), ...aim },
    figure('done after, p99', 'ms', ({ took }) => took.percentile(99)),
    figure('recipients', '/s', one => one.recipients / one.seconds),
    figure('written to seen, p50', 'ms', ({ seenAfter }) => seenAfter.percentile(50)),
    figure('written to seen, p99', 'ms', ({ seenAfter }) => seenAfter.percentile(99)),
    figure('server CPU per 1,000', 'ms', one => perThousand(one.server, one)),
    figure('Postgres CPU per 1,000', 'ms', one => perThousand(one.postgres, one)),
  ]
}

export function figuresOfLarge(large: Large): Figure[] {
  const { recipients, seconds, seenAfter, ownAfterMs, before, during } = large
  const named = (what: string) => `${recipients.toLocaleString('en')} recipients: ${what}`
  const chat = (kind: 'acknowledged' | 'delivered'): Figure[] => {
    const [calm, busy] = [before[kind].percentile(99), during[kind].percentile(99)]
    return [
      { what: `chat before: ${kind} p99`, unit: 'ms', value: calm },
      { what: `chat during: ${kind} p99`, unit: 'ms', value: busy },
      { what: `chat: ${kind} p99, during to before`, unit: '', value: busy / calm, target: 2 },
    ]
  }
  return [
    { what: named('done after'), unit: 's', value: seconds, target: 15 },
    { what: named('recipients'), unit: '/s', value: recipients / seconds },
    { what: named('written to seen, p50'), unit: 'ms', value: seenAfter.percentile(50) },
    { what: named('written to seen, p99'), unit: 'ms', value: seenAfter.percentile(99) },
    { what: named("on the contractor's own device after"), unit: 'ms', value: ownAfterMs },
    ...chat('acknowledged'),
    ...chat('delivered'),
  ]
}

/** @returns a sentence for when nothing was wrong */
export function agreement(all: readonly { name: string; recipients: number }[]): string {
  const sums = new Map<string, number>()
  for (const { name, recipients } of all) sums.set(name, (sums.get(name) ?? 0) + recipients)
  const counts = [...sums].map(([name, count]) => `${count.toLocaleString('en')} of ${name}`)
  return `Named, stored, reported and delivered to those online agree, nobody twice: ${counts.join(', ')}.`
}

export function remarks({ usage, name, recipients, during }: Large): string[] {
  if (!usage) return []
  const cores = (used: number) => (used / usage.seconds).toFixed(2)
  return [
    `Cores in use with ${name} while ${recipients.toLocaleString('en')} were written to: server ${cores(usage.server)}, Postgres ${cores(usage.postgres)}, load ${cores(usage.load)}; others ${(usage.othersShare * 100).toFixed(0)} % of all. ${during.acknowledged.count()} messages were chatted meanwhile.`,
  ]
}
