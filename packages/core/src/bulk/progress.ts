import { setTimeout as sleep } from 'node:timers/promises'
import type { Broadcast } from '@parley/protocol/bulk'
import type { Caller, Core } from '../core.ts'
import type { Subscriber } from '../delivery/follow.ts'
import { readBroadcast } from './read.ts'

/** A signal may be lost. */
const lookMs = 1000
/** Of what is for later only its being cancelled can be lost. */
const lookLaterMs = 30_000

/** A broadcast as it is, and whenever it has come further; ends when it is over. */
export async function* progress(
  core: Core,
  caller: Caller,
  broadcastId: string,
  { signal, writable }: Subscriber,
): AsyncGenerator<Broadcast, void, undefined> {
  let woken = new AbortController()
  const wake = () => {
    woken.abort()
    woken = new AbortController()
  }
  const left = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  signal.addEventListener('abort', wake)
  const hearing = core.bus.hear(caller.userId, said => {
    if ('broadcast' in said && said.broadcast.id === broadcastId) wake()
  })
  try {
    await hearing
    let shown: Broadcast | undefined
    while (!signal.aborted) {
      const { signal: changed } = woken
      const broadcast = await readBroadcast(core, caller, broadcastId).catch(error => {
        // Nobody asks again for what has ended; it is back when the database is.
        if (!shown) throw error
        return shown
      })
      if (!shown || differ(broadcast, shown)) {
        // Whoever has gone does not wait for a reader that stands still.
        await Promise.race([writable(), left])
        if (signal.aborted) return
        yield broadcast
        shown = broadcast
      }
      if (broadcast.status === 'finished' || broadcast.status === 'cancelled') return
      const ms = nextLookMs(broadcast, Date.now())
      if (!signal.aborted) await sleep(ms, undefined, { signal: changed }).catch(() => {})
    }
  } finally {
    signal.removeEventListener('abort', wake)
    hearing.then(unsubscribe => unsubscribe()).catch(() => {})
  }
}

/** In how many milliseconds a broadcast is looked at again, whether or not somebody says so. */
export function nextLookMs({ status, dueAt }: Broadcast, now: number): number {
  if (status !== 'scheduled') return lookMs
  return Math.min(Math.max(Date.parse(dueAt) - now, lookMs), lookLaterMs)
}

function differ(one: Broadcast, other: Broadcast): boolean {
  return (
    one.status !== other.status ||
    one.totalSent !== other.totalSent ||
    one.totalFailed !== other.totalFailed
  )
}
