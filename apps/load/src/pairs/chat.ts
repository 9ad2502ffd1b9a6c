/** Lets pairs chat for a while, and tells how long it took and whether everything arrived. */
import { openWire } from '../devices/wire.ts'
import { atPace } from '../measure/pace.ts'
import { watchProcessors } from '../measure/processors.ts'
import type { DeviceKind } from '../options.ts'
import type { Server } from '../server/server.ts'
import { compare, sumOf } from './compare.ts'
import { meet, type Pair } from './meet.ts'
import { storedTexts } from './stored.ts'
import { createTally } from './tally.ts'

interface Chat {
  server: Pick<Server, 'url' | 'token' | 'usage'>
  kind: DeviceKind
  pairs: number
  perSecond: number
  warmUpSeconds: number
  seconds: number
  /** Around the measured time. */
  onBegin?: () => Promise<void>
  onEnd?: () => Promise<void>
}

/** After so long without any news, what is missing counts as lost. */
const patienceMs = 15_000

export async function chat({ server, kind, perSecond, ...wanted }: Chat) {
  const tally = createTally()
  const { listener } = tally
  const pairs = await meet({ server, kind, listener }, wanted.pairs)
  const sent = pairs.map(() => new Set<string>())
  let messages = 0

  /** Each pair in its turn, its two sides by turns. */
  function act(): void {
    const at = messages % pairs.length
    const side = Math.floor(messages / pairs.length) % 2
    const text = `${messages}: ${textFor(messages)}`
    messages += 1
    sent[at]?.add(text)
    tally.sent(text)
    const pair = pairs[at]
    pair?.devices[side]?.send(pair.conversationId, text)
  }

  await atPace({ perSecond, seconds: wanted.warmUpSeconds, act })
  await wanted.onBegin?.()
  const before = await server.usage()
  const busyShare = watchProcessors()
  tally.measure()
  const begun = messages
  const lateness = await atPace({ perSecond, seconds: wanted.seconds, act })
  const after = await server.usage()
  const machineBusy = busyShare()
  await wanted.onEnd?.()
  await tally.settled(patienceMs)

  const wrong = await checked(server, pairs, sent)
  for (const { devices } of pairs) for (const device of devices) device.close()
  return {
    ...wrong,
    messages: messages - begun,
    lateness,
    machineBusy,
    acknowledgement: tally.acknowledgement,
    delivery: tally.delivery,
    failures: tally.failures,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    residentBytes: after.residentBytes,
    calls: difference(before.calls, after.calls),
  }
}

function difference(before: Map<string, number>, after: Map<string, number>): [string, number][] {
  return [...after]
    .map(([name, count]): [string, number] => [name, count - (before.get(name) ?? 0)])
    .filter(([, count]) => count > 0)
}

async function checked(server: Chat['server'], pairs: Pair[], sent: Set<string>[]) {
  const all = []
  for (const [at, { conversationId, devices, customer }] of pairs.entries()) {
    const wire = openWire(server.url, await server.token(customer))
    const stored = await storedTexts(wire, conversationId)
    wire.close()
    const held = devices.map(device => device.texts(conversationId))
    all.push(compare({ sent: sent[at] ?? new Set(), stored, held }))
  }
  return sumOf(all)
}

const filler =
  'Could you come on Tuesday between nine and eleven? The tap in the kitchen still drips, and I would like to talk about the price of a new one before you order it.'

/** From a word or two to two sentences, as people write. */
function textFor(message: number): string {
  return filler.slice(0, 10 + ((message * 37) % (filler.length - 10)))
}
