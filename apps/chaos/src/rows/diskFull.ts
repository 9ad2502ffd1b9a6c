import { setTimeout as pause } from 'node:timers/promises'
import type { Parts } from '@parley/client/client'
import { Refused } from '@parley/client/refused'
import { mountSmallDisk } from '../faults/smallDisk.ts'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import { casts } from '../stage/cast.ts'
import { setStage } from '../stage/stage.ts'
import { talk } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { ...casts.short, fullMs: 2500, times: 1 },
  long: { ...casts.long, perSecond: 50, fullMs: 25_000, times: 3 },
} as const

const diskMiB = 200
/** So that the log does not need more than there is. */
const settings = { max_wal_size: '64MB', min_wal_size: '32MB' }

export const diskFull: Row = {
  name: 'disk-full',
  fault: 'the disk under Postgres is full to the last byte for a while',
  invariant:
    'refusals are UNAVAILABLE, nothing acknowledged is lost, all goes on when there is room',
  aim: '0 acknowledged lost',
  defence: 'what was refused for now is tried again',
  symptom: /^given up/,
  async run({ seed, size, broken, say }) {
    const { people, perSecond, fullMs, times, boundMs } = sizes[size]
    await using disk = await mountSmallDisk(diskMiB)
    if (!disk) return { problems: [], figures: {}, notRun: 'this user may not mount a small disk' }
    const dataDir = disk.path
    const refusals = new Map<string, number>()
    const transport = countingRefusals(refusals)
    const parts = broken ? { transport, retry: () => undefined } : { transport }
    await using stage = await setStage({ seed, people, dataDir, settings, parts })
    const { ledger } = stage
    say(`${people} people send ${perSecond} messages/s; ${times} times full for ${fullMs / 1000} s`)
    const begun = performance.now()
    const talking = talk(stage, { perSecond, actsPerMessage: 0.1, removals: size === 'long' })
    const problems: string[] = []
    let longestMs = 0
    for (let time = 0; time < times; time += 1) {
      await pause(1000)
      disk.fill()
      await pause(fullMs)
      const since = ledger.acknowledged()
      const roomAt = performance.now()
      await disk.makeRoom()
      if (broken) break
      await until('sending goes on', () => ledger.acknowledged() > since, 60_000)
      longestMs = Math.max(longestMs, performance.now() - roomAt)
    }
    await pause(1000)
    talking.stop()
    for (const [reason, count] of refusals)
      if (reason !== 'UNAVAILABLE' && reason !== 'no answer')
        problems.push(`refused with ${reason}, ${count} times`)
    if (refusals.size === 0) problems.push('the disk was never full: nothing was refused')
    const figures = {
      ...told(stage, performance.now() - begun),
      'full s': (times * fullMs) / 1000,
      refusals: [...refusals].map(([reason, count]) => `${count} ${reason}`).join(', '),
      'longest until sending went on ms': Math.round(longestMs),
    }
    const judged = await judge(stage, broken ? 3000 : boundMs)
    return {
      problems: [...problems, ...judged.problems],
      figures: { ...figures, ...judged.figures },
    }
  },
}

/** A transport that counts why sending was refused. */
function countingRefusals(refusals: Map<string, number>): NonNullable<Parts['transport']> {
  return usual => ({
    ...usual,
    calls: {
      ...usual.calls,
      send: input =>
        usual.calls.send(input).catch((error: unknown) => {
          const reason = error instanceof Refused ? error.reason : 'no answer'
          refusals.set(reason, (refusals.get(reason) ?? 0) + 1)
          throw error
        }),
    },
  })
}
