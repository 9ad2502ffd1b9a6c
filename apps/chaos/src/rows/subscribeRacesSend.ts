import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Bus } from '@parley/bus/bus'
import { send } from '@parley/core/chat/send'
import type { Caller } from '@parley/core/core'
import type { Message } from '@parley/protocol/message'
import { createRandom, type Random } from '../random.ts'
import type { Row } from '../row.ts'
import { type BareCore, bareCore, openBetween } from '../stage/bareCore.ts'
import { caughtUp, type Listener, listen, readWhole } from '../stage/listener.ts'
import { until } from '../stage/until.ts'

const sizes = { short: { messages: 400 }, long: { messages: 10_000 } } as const
/** Sent while devices subscribe, in each conversation. */
const each = 8
const atOnce = 5

export const subscribeRacesSend: Row = {
  name: 'subscribe-races-send',
  fault: 'devices subscribe, anew and from a cursor, while messages are being sent to them',
  invariant: 'every message is seen exactly once',
  defence: 'a feed reads what was missed only after the bus has confirmed the subscription',
  aim: '0 missed of 10,000',
  symptom: /^(missed|different)/,
  async run({ seed, size, broken, say }) {
    const random = createRandom(seed)
    const around = broken ? confirmsEarly(random) : confirmsLate(random)
    await using bare = await bareCore(around)
    const races = sizes[size].messages / each
    say(`${races} times ${each} messages are sent while two devices subscribe`)
    const problems: string[] = []
    const counts = { live: 0, headed: 0 }
    const measure = { counts, boundMs: broken ? 2000 : 15_000 }
    for (let race = 0; race < races; race += atOnce) {
      const together = Array.from({ length: atOnce }, () => raceOnce(bare, random, measure))
      problems.push(...(await Promise.all(together)).flat())
      if (broken && problems.length > 0) break
    }
    problems.push(...bare.errors.map(String))
    const kinds = (kind: string) => problems.filter(problem => problem.startsWith(kind)).length
    return {
      problems,
      figures: {
        messages: races * each,
        'seen live': counts.live,
        'found by a head': counts.headed,
        missed: kinds('missed'),
        doubled: kinds('doubled'),
      },
    }
  },
}

interface Counts {
  live: number
  headed: number
}

interface Measure {
  counts: Counts
  /** How long a device may take to hear of everything; the machine may be busy. */
  boundMs: number
}

async function raceOnce(
  bare: BareCore,
  random: Random,
  { counts, boundMs }: Measure,
): Promise<string[]> {
  const { core } = bare
  const author = await bare.person()
  const reader = await bare.person()
  const id = await openBetween(core, [author, reader])
  const before = listen(core, reader)
  await before.ready()
  const from = before.cursor()
  await before.stop()
  const held = await readWhole(core, reader, id)
  const devices: Listener[] = []
  const sent: Promise<Message>[] = []
  // What follows would show that something was missed: mostly it is the last that races.
  const places = [each - 1 - random.below(2), each - 1 - random.below(4)]
  for (let at = 0; at < each; at += 1) {
    const content = { type: 'text', text: `text ${at}` } as const
    sent.push(send(core, author, { conversationId: id, clientId: randomUUID(), content }))
    for (const place of places) if (place === at) devices.push(listen(core, reader, from))
    await pause(random.below(4))
  }
  const messages = await Promise.all(sent)
  const version = Math.max(...messages.map(message => message.version))
  const problems: string[] = []
  for (const device of devices) {
    await device.ready()
    const told = () => Math.max(held.held, ...device.changes.map(change => change.version))
    await until('', () => told() >= version, boundMs).catch(() => {
      problems.push(`missed: ${reader.userId} was told up to ${told()} of ${version}`)
    })
    problems.push(...(await seenOnce(bare, { reader, device, messages, held, counts })))
    await device.stop()
  }
  return problems
}

interface Seen {
  reader: Caller
  device: Listener
  messages: Message[]
  held: Awaited<ReturnType<typeof readWhole>>
  counts: Counts
}

async function seenOnce({ core }: BareCore, seen: Seen): Promise<string[]> {
  const { reader, device, messages, held, counts } = seen
  const live = device.changes.flatMap(change => ('message' in change ? [change.message.seq] : []))
  counts.live += live.length
  counts.headed += messages.length - new Set(live).size
  const where = `for ${reader.userId} in ${held.id}`
  const problems = live.length === new Set(live).size ? [] : [`doubled ${where}: ${live}`]
  const { replica } = await caughtUp(core, reader, { replica: held, changes: device.changes })
  const shown = replica.messages.map(({ seq }) => seq).join()
  const stored = messages.map(({ seq }) => seq).toSorted((a, b) => a - b)
  if (shown !== stored.join()) problems.push(`different ${where}: ${shown} instead of ${stored}`)
  return problems
}

/** As a bus over a network: a subscription takes a while, and is confirmed when it stands. */
function confirmsLate(random: Random) {
  return (bus: Bus): Bus => ({
    ...bus,
    async subscribe(person, listener) {
      await pause(random.below(10))
      return await bus.subscribe(person, listener)
    },
  })
}

/** Confirmed before it stands, so that what was missed is read first. */
function confirmsEarly(random: Random) {
  return (bus: Bus): Bus => ({
    ...bus,
    async subscribe(person, listener) {
      const leaving = pause(20 + random.below(20)).then(() => bus.subscribe(person, listener))
      return () => void leaving.then(leave => leave())
    },
  })
}
