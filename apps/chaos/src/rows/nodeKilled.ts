import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import type { Row } from '../row.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 12, perSecond: 60, kills: 2, between: [300, 900], boundMs: 30_000 },
  long: { people: 200, perSecond: 200, kills: 25, between: [4000, 8000], boundMs: 60_000 },
} as const

export const nodeKilled: Row = {
  name: 'node-killed',
  fault: 'the node is killed (-9) every few seconds in the middle of sending, and started again',
  invariant: 'acknowledged = stored = shown once',
  defence: 'the outbox tries again what was not acknowledged',
  symptom: /^given up/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, kills, between, boundMs } = sizes[size]
    await using stage = await setStage({
      seed,
      people,
      parts: broken ? { retry: () => undefined } : {},
    })
    const { node, ledger, random } = stage
    say(`${people} people send ${perSecond} messages/s; the node is killed ${kills} times`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1 })
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(between[0] + random.below(between[1] - between[0]))
      const before = ledger.acknowledged()
      talking.burst()
      await until('something is acknowledged', () => ledger.acknowledged() > before)
      await node.kill()
      await node.restart()
    }
    await pause(between[0])
    talking.stop()
    const seconds = (performance.now() - begun) / 1000
    const judged = await judge(stage, boundMs)
    const gaps = stage.people.flatMap(person => person.gaps)
    return {
      problems: judged.problems,
      figures: {
        people,
        'messages/s': Math.round(ledger.count() / seconds),
        kills,
        ...judged.figures,
        'p50 back online ms': percentile(gaps, 50),
        'p99 back online ms': percentile(gaps, 99),
        'p99 acknowledged ms': Math.round(ledger.acknowledging.percentile(99)),
      },
    }
  },
}
