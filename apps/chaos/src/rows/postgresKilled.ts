import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../figures.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, kills: 2, betweenMs: 600 },
  long: { ...casts.long, kills: 15, betweenMs: 6000 },
} as const

/** Commits that stay in memory for as long as Postgres lets them. */
const forgetful = {
  synchronous_commit: 'off',
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
}

export const postgresKilled: Row = {
  name: 'postgres-killed',
  fault: 'Postgres is killed (-9) with all its processes under load, and started again',
  invariant: 'nothing is acknowledged before its commit is safe; sending goes on by itself',
  aim: 'sending goes on within 5,000 ms',
  defence: 'Postgres waits for the disk before it confirms (synchronous_commit)',
  symptom: /^lost/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, kills, betweenMs, boundMs } = sizes[size]
    await using stage = await setStage({ seed, people, settings: broken ? forgetful : {} })
    const { postgres, ledger, sql } = stage
    // What was set up is not what is to be lost.
    await sql.begin(tx => [tx`set local synchronous_commit = on`, tx`create table kept ()`])
    say(`${people} people send ${perSecond} messages/s; Postgres is killed ${kills} times`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
    const back: number[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(betweenMs)
      const before = ledger.acknowledged()
      talking.burst()
      await until('something is acknowledged', () => ledger.acknowledged() > before)
      await postgres.kill()
      const killedAt = performance.now()
      // What was under way in the sockets has arrived by then.
      await pause(150)
      const since = ledger.acknowledged()
      if (broken) break
      await until('sending goes on', () => ledger.acknowledged() > since, 60_000)
      back.push(performance.now() - killedAt)
    }
    await pause(broken ? 0 : betweenMs)
    talking.stop()
    const figures = {
      ...told(stage, performance.now() - begun),
      kills,
      'longest until sending went on ms': percentile(back, 100),
    }
    const { problems, figures: compared } = await judge(stage, broken ? 3000 : boundMs)
    return { problems, figures: { ...figures, ...compared } }
  },
}
