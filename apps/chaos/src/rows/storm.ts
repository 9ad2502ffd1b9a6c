import { setTimeout as pause } from 'node:timers/promises'
import { hostToken } from '@parley/load/hostToken'
import { openWire, type Wire } from '@parley/load/wire'
import { change } from '@parley/protocol/change'
import * as z from 'zod/mini'
import { type Cable, layCable } from '../faults/cable.ts'
import { withoutRedis } from '../faults/redis.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { arrive, pagesOf, sayAll } from '../stage/guest.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 6, perSecond: 20, guests: 200, calmMs: 1000, settleMs: 45_000, boundMs: 60_000 },
  long: {
    people: 40,
    perSecond: 50,
    guests: 2000,
    calmMs: 20_000,
    settleMs: 10_000,
    boundMs: 120_000,
  },
} as const

/** So many come from one address. */
const perCable = 20
/** So many are written to while they are away. */
const writtenTo = 200
const host = 'host'

export const storm: Row = {
  name: 'storm',
  fault: 'everybody loses their connection at once, and comes back to two nodes at once',
  invariant: 'all follow again soon, miss nothing of what was said meanwhile, and others can talk',
  aim: '2,000 people settled within 10,000 ms, the p99 of sending at most doubled',
  defence: 'a feed goes on from its cursor',
  symptom: /^missed/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const { people, perSecond, guests: count, calmMs, settleMs, boundMs } = sizes[size]
    await using stage = await setStage({ seed, people, nodes: [{}, {}] })
    const names = Array.from({ length: count }, (_, at) => `guest-${at}`)
    const conversations = await acquaint(stage.sql, host, names)
    await using crowd = await gather(stage, names)
    say(`${count} people come back at once while ${people} send ${perSecond} messages/s`)
    const writer = await arrive(stage, host, stage.url)
    await writer.query('me.get', undefined)
    const begun = performance.now()
    const talking = talk(stage, { perSecond })
    await pause(1000)
    stage.ledger.phase()
    await pause(calmMs)
    const calm = stage.ledger.phase().percentile(99)

    const cutAt = performance.now()
    const written = conversations.slice(0, writtenTo)
    const comeBack = broken ? forget(crowd.guests) : cutAll(crowd)
    const said = sayAll(writer, written, 'Is everybody there?')
    if (broken) {
      await said
      // A sweep would still tell of it whoever came back sooner.
      await pause(3000)
    }
    comeBack()
    const problems: string[] = []
    const isBack = () => crowd.guests.every(({ backAt }) => backAt > cutAt)
    await until('', isBack, settleMs).catch(() => {
      const absent = crowd.guests.filter(({ backAt }) => backAt <= cutAt).length
      problems.push(`not back: ${absent} of ${count} after ${settleMs} ms`)
    })
    const settledMs = Math.max(...crowd.guests.map(({ backAt }) => backAt)) - cutAt
    const refused = (await said).filter(({ status }) => status === 'rejected')
    if (refused.length > 0) problems.push(`refused: ${refused.length} messages`)
    const unaware = () =>
      crowd.guests.filter(({ heard }, at) => at < written.length && !heard.has(written[at] ?? ''))
    await until('', () => unaware().length === 0, broken ? 3000 : settleMs).catch(() =>
      problems.push(`missed: ${unaware().length} of ${written.length} do not know what was said`),
    )
    const stormy = stage.ledger.phase().percentile(99)
    talking.stop()
    writer.close()
    const figures = {
      'came back at once': count,
      'written to meanwhile': written.length,
      'settled ms': Math.round(settledMs),
      'p50 back ms': percentile(
        crowd.guests.map(({ backAt }) => backAt - cutAt),
        50,
      ),
      'p99 acknowledged before ms': Math.round(calm * 10) / 10,
      'p99 acknowledged meanwhile ms': Math.round(stormy * 10) / 10,
      'p99 ratio': calm > 0 ? Math.round((stormy / calm) * 10) / 10 : 0,
      ...told(stage, performance.now() - begun),
    }
    const judged = await judge(stage, broken ? 5000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

interface Guest {
  userId: string
  cable: Cable
  wire: Wire
  /** When something came over its newest connection for the first time. */
  backAt: number
  /** Conversations that it was told of. */
  heard: Set<string>
  token: string
}

const frame = z.object({ data: z.array(change) })

function follow(guest: Guest): void {
  guest.wire.subscription('chat.changes', undefined, {
    onData(data) {
      if (guest.backAt === 0) guest.backAt = performance.now()
      for (const { conversationId } of frame.parse(data).data) guest.heard.add(conversationId)
    },
    onError() {},
  })
}

async function gather({ hostSecret, nodes }: Stage, names: string[]) {
  const cables: Cable[] = []
  const guests: Guest[] = []
  for (const [at, some] of pagesOf(names, perCable).entries()) {
    const cable = await layCable(nodes[at % nodes.length]?.url ?? '')
    cables.push(cable)
    const arrived = some.map(async (userId): Promise<Guest> => {
      const token = await hostToken(hostSecret, { userId, name: userId, role: 'customer' })
      const wire = openWire(cable.url, token)
      const guest = { userId, cable, wire, token, backAt: 0, heard: new Set<string>() }
      follow(guest)
      await until('a guest follows', () => guest.backAt > 0)
      return guest
    })
    guests.push(...(await Promise.all(arrived)))
  }
  return {
    cables,
    guests,
    async [Symbol.asyncDispose]() {
      for (const { wire } of guests) wire.close()
      await Promise.all(cables.map(cable => cable.close()))
    },
  }
}

/** Their wires come back by themselves, and say how far they had come. */
function cutAll({ cables, guests }: { cables: Cable[]; guests: Guest[] }) {
  for (const guest of guests) guest.backAt = 0
  for (const cable of cables) cable.cut()
  return () => {}
}

/** They come back as if they had never been there. */
function forget(guests: Guest[]) {
  for (const { wire } of guests) wire.close()
  return () => {
    for (const guest of guests) {
      guest.backAt = 0
      guest.wire = openWire(guest.cable.url, guest.token)
      follow(guest)
    }
  }
}
