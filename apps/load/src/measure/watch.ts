/** How a window's processor time was divided: the server measured, Postgres, the load, others. */
import { cpus } from 'node:os'
import { busySeconds, cpuSecondsOf, familyOf } from './cpu.ts'

interface Watched {
  server: number
  /** Postgres's first process. */
  postgres: number
  /** More that belongs to the run, such as the other servers. */
  others: number[]
}

export interface Usage {
  seconds: number
  server: number
  postgres: number
  load: number
  /** What was used by processes that do not belong to the run, as a share of all cores. */
  othersShare: number
}

/** @returns what tells the usage since */
export function watch(watched: Watched): () => Usage {
  const before = taken(watched)
  return () => {
    const after = taken(watched)
    const spent = {
      seconds: after.seconds - before.seconds,
      server: after.server - before.server,
      postgres: after.postgres - before.postgres,
      load: after.load - before.load,
    }
    const ours = spent.server + spent.postgres + spent.load + after.others - before.others
    // A moment may come out as less than nothing, since Linux counts in hundredths of a second.
    const strangers = after.busy - before.busy - ours
    return { ...spent, othersShare: strangers / (spent.seconds * cpus().length) }
  }
}

function taken({ server, postgres, others }: Watched) {
  const { user, system } = process.cpuUsage()
  return {
    seconds: performance.now() / 1000,
    server: cpuSecondsOf(server),
    postgres: sum(familyOf(postgres)),
    load: (user + system) / 1e6,
    others: sum(others),
    busy: busySeconds(),
  }
}

function sum(pids: number[]): number {
  return pids.reduce((seconds, pid) => seconds + cpuSecondsOf(pid), 0)
}
