/** Measures every side under the same load, by turns, and adds up what it has seen. */
import { type Usage, watch } from '../measure/watch.ts'
import type { Driver } from './drivers.ts'
import type { Side } from './side.ts'

export interface Turn {
  side: Side
  drive: Driver
}

/** Before each window, of its length; it counts among what is compared, not among the times. */
export const warmUpShare = 0.2

interface Windows {
  turns: readonly Turn[]
  postgres: number
  rounds: number
  seconds: number
}

/** What one side did in all of its windows. */
export interface Measured extends Usage {
  name: string
  acknowledged: number
  delivered: number
  /** What the server said that it was too busy for. */
  refused: number
  acknowledgement: Side['ledger']['acknowledgement']
  delivery: Side['ledger']['delivery']
  /** The worst window's 99th percentile of how late the load itself was. */
  latenessMs: number
}

export async function inTurns(windows: Windows): Promise<Measured[]> {
  const all = windows.turns.map(({ side }) => nothingYet(side))
  for (let round = 0; round < windows.rounds; round += 1) {
    for (const [at, turn] of windows.turns.entries()) {
      const sum = all[at]
      if (sum) await measureOne(windows, turn, sum)
    }
  }
  return all
}

async function measureOne(windows: Windows, { side, drive }: Turn, sum: Measured): Promise<void> {
  const { ledger, contestant } = side
  await drive(windows.seconds * warmUpShare)
  const pids = windows.turns.map(one => one.side.contestant.pid)
  const before = { ...ledger.total }
  const usageSince = watch({
    server: contestant.pid,
    postgres: windows.postgres,
    others: pids.filter(pid => pid !== contestant.pid),
  })
  ledger.measure(true)
  const lateness = await drive(windows.seconds)
  ledger.measure(false)
  const usage = usageSince()
  sum.acknowledged += ledger.total.acknowledged - before.acknowledged
  sum.delivered += ledger.total.delivered - before.delivered
  sum.refused += ledger.total.refused - before.refused
  for (const part of ['seconds', 'server', 'postgres', 'load'] as const) sum[part] += usage[part]
  sum.othersShare = Math.max(sum.othersShare, usage.othersShare)
  sum.latenessMs = Math.max(sum.latenessMs, lateness.percentile(99))
  await side.settled()
}

function nothingYet({ contestant, ledger }: Side): Measured {
  return {
    name: contestant.name,
    seconds: 0,
    server: 0,
    postgres: 0,
    load: 0,
    othersShare: 0,
    acknowledged: 0,
    delivered: 0,
    refused: 0,
    acknowledgement: ledger.acknowledgement,
    delivery: ledger.delivery,
    latenessMs: 0,
  }
}
