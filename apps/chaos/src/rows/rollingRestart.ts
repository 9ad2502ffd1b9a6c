import { setTimeout as pause } from 'node:timers/promises'
import { withoutRedis } from '../faults/redis.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, restarts: 1, betweenMs: 500 },
  // Whoever is asked to move twice within ten seconds takes a moment longer, by intent.
  long: { ...casts.long, perSecond: 50, restarts: 8, betweenMs: 12_000 },
} as const

/** On a machine that is busy somebody may be late in moving. */
const mayLose = 0.25
const gapMs = 2000

export const rollingRestart: Row = {
  name: 'rolling-restart',
  fault:
    'of two nodes behind one address, each is restarted (SIGTERM) under load, one after the other',
  invariant:
    'people move before their connection ends: nothing is lost, nobody is without one for long',
  aim: 'a gap of at most 2,000 ms (p99)',
  defence: 'a node that leaves asks its people to move first',
  symptom: /^without a connection/,
  async run({ seed, size, broken, say }) {
    const missing = withoutRedis()
    if (missing) return missing
    const { people, perSecond, restarts, betweenMs, boundMs } = sizes[size]
    await using stage = await setStage({ seed, people, nodes: [{}, {}] })
    say(`${people} people send ${perSecond} messages/s; two nodes, ${restarts} restarts`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
    const problems: string[] = []
    const gaps: number[] = []
    let lost = 0
    for (let restart = 0; restart < restarts; restart += 1) {
      const node = stage.nodes[restart % stage.nodes.length] ?? stage.node
      await pause(betweenMs)
      talking.burst()
      const code = broken ? await node.kill() : await node.stop()
      if (code !== 0 && !broken) problems.push(`a node did not drain, it ended with ${code}`)
      await node.restart()
      const isBack = () =>
        stage.people.every(({ client }) => client.connection.get().state === 'online')
      await until('everybody is back', isBack)
      for (const person of stage.people) {
        lost += person.gaps.length > 0 ? 1 : 0
        gaps.push(...person.gaps.splice(0))
      }
    }
    await pause(betweenMs)
    talking.stop()
    const p99 = percentile(gaps, 99)
    if (lost > mayLose * people * restarts)
      problems.push(`without a connection: ${lost} people lost theirs before they had another`)
    if (size === 'long' && p99 > gapMs) problems.push(`without a connection for ${p99} ms (p99)`)
    const figures = {
      ...told(stage, performance.now() - begun),
      restarts,
      'lost their connection before they had another': lost,
      'p99 gap ms': p99,
    }
    const judged = await judge(stage, boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}
