import { setTimeout as pause } from 'node:timers/promises'
import { startNode } from '../faults/node.ts'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, restarts: 1, betweenMs: 500 },
  long: { ...casts.long, restarts: 6, betweenMs: 12_000 },
} as const

export const nodeRestarted: Row = {
  name: 'node-restarted',
  fault:
    'the node is restarted (SIGTERM) under load: in its place, and by handing over to a new one',
  invariant: 'what is in flight commits, nothing is lost, clients are told to move; exit code 0',
  aim: 'a gap of at most 2,000 ms (p99)',
  defence: 'the node drains, and the outbox tries again',
  symptom: /^(given up|the node did not drain)/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, restarts, betweenMs, boundMs } = sizes[size]
    const parts = broken ? { retry: () => undefined } : {}
    await using stage = await setStage({ seed, people, parts })
    const { node } = stage
    say(`${people} people send ${perSecond} messages/s; ${restarts} restarts of each kind`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
    const problems: string[] = []

    async function leave(): Promise<void> {
      const before = stage.ledger.acknowledged()
      talking.burst()
      await until('something is acknowledged', () => stage.ledger.acknowledged() > before)
      const code = broken ? await node.kill() : await node.stop()
      if (code !== 0) problems.push(`the node did not drain, it ended with ${code}`)
    }

    const inPlace: number[] = []
    const handedOver: number[] = []
    for (let restart = 0; restart < restarts; restart += 1) {
      await pause(betweenMs)
      await leave()
      await node.restart()
      await everybodyBack(stage, inPlace)
      if (broken) break
      await pause(betweenMs)
      await using next = await startNode({
        databaseUrl: stage.postgres.url,
        hostSecret: stage.hostSecret,
      })
      for (const { cable } of stage.people) cable.retarget(next.url)
      await leave()
      await everybodyBack(stage, handedOver)
      // And back, for the next time.
      await node.restart()
      for (const { cable } of stage.people) cable.retarget(node.url)
    }
    await pause(betweenMs)
    talking.stop()
    const figures = {
      ...told(stage, performance.now() - begun),
      restarts: restarts * 2,
      'p99 gap in place ms': percentile(inPlace, 99),
      'p99 gap handed over ms': percentile(handedOver, 99),
    }
    const judged = await judge(stage, broken ? 5000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

/** Waits until all have a connection, and takes what they were without one. */
async function everybodyBack({ people }: Stage, gaps: number[]): Promise<void> {
  const isOnline = () => people.every(({ client }) => client.connection.get().state === 'online')
  await until('everybody is back', isOnline, 60_000)
  for (const person of people) gaps.push(...person.gaps.splice(0))
}
