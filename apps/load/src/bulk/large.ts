/** One broadcast to very many while others chat: how long it takes, and what it costs the others. */
import { setTimeout as pause } from 'node:timers/promises'
import { createLatencies } from '../measure/latencies.ts'
import { type Usage, watch } from '../measure/watch.ts'
import { warmUpShare } from '../versus/windows.ts'
import { gather } from './gather.ts'
import type { Route } from './route.ts'
import { openTalk } from './talk.ts'

interface Wanted {
  route: Route
  postgres: number
  recipients: readonly string[]
  senderId: string
  /** More processes that belong to the run. */
  others: number[]
  pairs: number
  perSecond: number
  /** How long the others chat before it. */
  seconds: number
}

export async function sendLarge(wanted: Wanted) {
  const { route, postgres, recipients, senderId, others, pairs, perSecond, seconds } = wanted
  const { name, pid } = route.contestant
  const talk = await openTalk(route.contestant, pairs, perSecond)
  const gathering = await gather(route, senderId, recipients)
  await talk.during(() => pause(seconds * warmUpShare * 1000))
  const before = await talk.during(() => pause(seconds * 1000))
  let usage: Usage | undefined
  let took = 0
  const during = await talk.during(async () => {
    const usageSince = watch({ server: pid, postgres, others })
    took = await gathering.send()
    usage = usageSince()
  })
  const over = performance.now()
  await gathering.arrived()
  const ownAfterMs = performance.now() - over
  const { id, seenAfter, mistakes } = await gathering.outcome()
  const wrong = [...mistakes, ...(await talk.mistakes())]
  await gathering.close()
  await talk.close()
  return {
    name,
    id,
    senderId,
    names: recipients,
    recipients: recipients.length,
    seconds: took,
    seenAfter: latenciesOf(seenAfter),
    ownAfterMs,
    before,
    during,
    usage,
    othersShare: usage?.othersShare ?? 0,
    latenessMs: Math.max(before.latenessMs, during.latenessMs),
    mistakes: wrong,
  }
}

export type Large = Awaited<ReturnType<typeof sendLarge>>

function latenciesOf(times: readonly number[]) {
  const latencies = createLatencies()
  for (const ms of times) latencies.record(ms)
  return latencies
}
