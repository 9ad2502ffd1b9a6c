import { setTimeout as pause } from 'node:timers/promises'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, kills: 2, between: [300, 900] },
  long: { ...casts.long, kills: 25, between: [4000, 8000] },
} as const

export const nodeKilled: Row = {
  name: 'node-killed',
  fault: 'the node is killed (-9) every few seconds in the middle of sending, and started again',
  invariant: 'acknowledged = stored = shown once',
  aim: 'everybody is back within 5,000 ms (p99)',
  defence: 'the outbox tries again what was not acknowledged',
  symptom: /^given up/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, kills, between, boundMs } = sizes[size]
    const parts = broken ? { retry: () => undefined } : {}
    await using stage = await setStage({ seed, people, parts })
    const { node, ledger, random } = stage
    say(`${people} people send ${perSecond} messages/s; the node is killed ${kills} times`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
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
    const figures = { kills, ...told(stage, performance.now() - begun) }
    const judged = await judge(stage, broken ? 5000 : boundMs)
    return { problems: judged.problems, figures: { ...figures, ...judged.figures } }
  },
}
