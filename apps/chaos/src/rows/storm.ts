import { setTimeout as pause } from 'node:timers/promises'
import { gatherCrowd } from '../faults/crowd.ts'
import { withoutRedis } from '../faults/redis.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { arrive, sayAll } from '../stage/guest.ts'
import { setStage } from '../stage/stage.ts'
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
    await using crowd = await gatherCrowd({
      names,
      urls: stage.nodes.map(({ url }) => url),
      secret: stage.hostSecret,
    })
    say(`${count} people come back at once while ${people} send ${perSecond} messages/s`)
    const writer = await arrive(stage, host, stage.url)
    await writer.query('me.get', undefined)
    const begun = performance.now()
    const talking = talk(stage, { perSecond })
    await pause(1000)
    stage.ledger.phase()
    await pause(calmMs)
    const calm = stage.ledger.phase().percentile(99)

    const written = conversations.slice(0, writtenTo)
    const problems: string[] = []
    if (broken) {
      await crowd.leave()
      await pause(500)
    } else await crowd.cut()
    const refused = (await sayAll(writer, written, 'Is everybody there?')).filter(
      ({ status }) => status === 'rejected',
    )
    if (refused.length > 0) problems.push(`refused: ${refused.length} messages`)
    if (broken) {
      // A sweep would still tell of it whoever came back sooner.
      await pause(3000)
      await crowd.return()
    }
    let present = await crowd.tell()
    const isBack = async () => {
      present = await crowd.tell()
      return present.every(({ backMs }) => backMs !== null)
    }
    await until('', isBack, settleMs).catch(() => {
      const absent = present.filter(({ backMs }) => backMs === null).length
      problems.push(`not back: ${absent} of ${count} after ${settleMs} ms`)
    })
    const times = present.flatMap(({ backMs }) => backMs ?? [])
    const unaware = () => written.filter((id, at) => !present[at]?.heard.includes(id)).length
    const areAware = async () => {
      present = await crowd.tell()
      return unaware() === 0
    }
    await until('', areAware, broken ? 3000 : settleMs).catch(() =>
      problems.push(`missed: ${unaware()} of ${written.length} do not know what was said`),
    )
    const stormy = stage.ledger.phase().percentile(99)
    talking.stop()
    writer.close()
    const figures = {
      'came back at once': count,
      'written to meanwhile': written.length,
      'settled ms': percentile(times, 100),
      'p50 back ms': percentile(times, 50),
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
