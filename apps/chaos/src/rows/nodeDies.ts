import { type Cable, layCable } from '../faults/cable.ts'
import { withoutRedis } from '../faults/redis.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import { programNamed } from '../programs/programs.ts'
import type { Row } from '../row.ts'
import { acquaint } from '../stage/acquaint.ts'
import { arrive, askPresence, gatherGuests, pagesOf, watchPresence } from '../stage/guest.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 4, perSecond: 10, online: 60, goneMs: 30_000, boundMs: 60_000 },
  long: { people: 40, perSecond: 40, online: 1000, goneMs: 10_000, boundMs: 120_000 },
} as const

/** So many come from one address. */
const perCable = 20
const watcher = 'watcher'

export const nodeDies: Row = {
  name: 'node-dies',
  fault:
    'one of two nodes is killed (-9) with people online on it; half of them come back, to the other',
  invariant:
    'whoever is gone is seen offline, whoever is back online, on every node, and nobody else',
  aim: 'within 10,000 ms, with 1,000 people',
  defence: 'a node that says nothing any more loses its lease, and its people with it',
  symptom: /^ghost/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const { people, perSecond, online, goneMs, boundMs } = sizes[size]
    const program = broken ? programNamed('withoutLeases') : undefined
    await using stage = await setStage({ seed, people, nodes: [{ program }, { program }] })
    const [dying, living] = stage.nodes
    if (!dying || !living) throw new Error('there are two nodes')
    const names = Array.from({ length: online }, (_, at) => `guest-${at}`)
    await acquaint(stage.sql, watcher, names)
    await using crowd = await gather(stage, names, dying.url)
    say(`${online} people on the node that is killed, ${people} talk over both`)
    const onlooker = await arrive(stage, watcher, living.url)
    const seen = watchPresence(onlooker, names)
    const are = (who: string[], status: string) =>
      who.filter(name => seen.get(name)?.status !== status).length === 0
    await until('everybody is seen', () => are(names, 'online'))
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1 })

    const killedAt = performance.now()
    await dying.kill()
    for (const { cable, isBack } of crowd.cables) {
      if (isBack) cable.retarget(living.url)
      else cable.unplug()
    }
    const { gone, back } = crowd
    const problems: string[] = []
    await until('', () => are(gone, 'offline'), broken ? 12_000 : goneMs).catch(() => {
      const ghosts = gone.filter(name => seen.get(name)?.status !== 'offline')
      problems.push(`ghost: ${ghosts.length} of ${gone.length} who are gone are not seen offline`)
    })
    const times = gone.flatMap(name => (seen.get(name)?.at ?? killedAt) - killedAt)
    if (!broken) {
      await until('', () => are(back, 'online')).catch(() =>
        problems.push('not there: somebody who came back is not seen online'),
      )
      await dying.restart()
      for (const { url } of [living, dying]) {
        const asker = await arrive(stage, watcher, url)
        problems.push(...(await unlikeTruth(asker, gone, back)))
        asker.close()
      }
    }
    talking.stop()
    onlooker.close()
    const figures = {
      online,
      'p50 seen offline ms': percentile(times, 50),
      'longest until seen offline ms': percentile(times, 100),
      ...told(stage, performance.now() - begun),
    }
    const judged = broken ? { problems: [], figures: {} } : await judge(stage, boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

/** What is answered when it is asked again and again; a count may follow a moment later. */
async function unlikeTruth(
  asker: Parameters<typeof askPresence>[0],
  gone: string[],
  back: string[],
) {
  let problems: string[] = []
  const agree = async () => {
    const [absent, present] = [await askPresence(asker, gone), await askPresence(asker, back)]
    problems = [
      ...absent.filter(one => one.status !== 'offline').map(one => `ghost: ${one.userId}`),
      ...present
        .filter(one => one.status !== 'online' || one.connectionCount !== 1)
        .map(one => `not there: ${one.userId}, ${one.status}, ${one.connectionCount} times`),
    ]
    return problems.length === 0
  }
  await until('', agree, 15_000).catch(() => {})
  return problems
}

/** Every other cable's people stay away. */
async function gather(stage: { hostSecret: string }, names: string[], target: string) {
  const cables: { cable: Cable; isBack: boolean }[] = []
  const guests: { userId: string; url: string }[] = []
  const [gone, back]: [string[], string[]] = [[], []]
  for (const [at, some] of pagesOf(names, perCable).entries()) {
    const cable = await layCable(target)
    const isBack = at % 2 === 0
    cables.push({ cable, isBack })
    ;(isBack ? back : gone).push(...some)
    guests.push(...some.map(userId => ({ userId, url: cable.url })))
  }
  const wires = await gatherGuests(stage, guests)
  return {
    cables,
    gone,
    back,
    async [Symbol.asyncDispose]() {
      for (const wire of wires) wire.close()
      await Promise.all(cables.map(({ cable }) => cable.close()))
    },
  }
}
