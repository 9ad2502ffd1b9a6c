/** The same broadcast through each server by turns, over and over, each time to new customers. */
import { createLatencies } from '../measure/latencies.ts'
import { type Usage, watch } from '../measure/watch.ts'
import type { Contestant } from '../versus/contestant.ts'
import type { Audience } from './audience.ts'
import { gather } from './gather.ts'
import type { Route } from './route.ts'

interface Turns {
  routes: readonly Route[]
  postgres: number
  audience: Audience
  recipients: number
  times: number
  /** Before those that count. */
  warmUp: number
}

export async function broadcastInTurns({ routes, postgres, audience, ...wanted }: Turns) {
  const { recipients, times, warmUp } = wanted
  const all = routes.map(route => ({ route, sum: nothingYet(route.contestant) }))
  for (let time = 0; time < warmUp + times; time += 1) {
    const userIds = audience.take(recipients)
    const senderId = audience.senders[time % audience.senders.length] ?? ''
    for (const { route, sum } of all) {
      const gathering = await gather(route, senderId, userIds)
      const others = all.map(one => one.sum.pid).filter(pid => pid !== sum.pid)
      const usageSince = watch({ server: sum.pid, postgres, others })
      const seconds = await gathering.send()
      await gathering.arrived()
      const usage = usageSince()
      const { seenAfter, mistakes } = await gathering.outcome()
      sum.mistakes.push(...mistakes)
      if (time >= warmUp) add(sum, { recipients, seconds, seenAfter, usage })
      await gathering.close()
    }
  }
  return all.map(({ sum }) => sum)
}

function nothingYet({ name, pid }: Contestant) {
  return {
    name,
    pid,
    recipients: 0,
    seconds: 0,
    took: createLatencies(),
    seenAfter: createLatencies(),
    server: 0,
    postgres: 0,
    othersShare: 0,
    watchedSeconds: 0,
    mistakes: [] as string[],
  }
}

export type Broadcasts = ReturnType<typeof nothingYet>

interface Done {
  recipients: number
  seconds: number
  seenAfter: number[]
  usage: Usage
}

function add(sum: Broadcasts, { recipients, seconds, seenAfter, usage }: Done): void {
  sum.recipients += recipients
  sum.seconds += seconds
  sum.took.record(seconds * 1000)
  for (const ms of seenAfter) sum.seenAfter.record(ms)
  sum.server += usage.server
  sum.postgres += usage.postgres
  // Of all turns together: one alone is a moment, in which a hundredth of a second is much.
  const before = sum.othersShare * sum.watchedSeconds
  sum.watchedSeconds += usage.seconds
  sum.othersShare = (before + usage.othersShare * usage.seconds) / sum.watchedSeconds
}
