import type { Client } from '@parley/client/client'
import type { Broadcast } from '@parley/protocol/bulk'
import { mayRetry } from '@parley/protocol/reasons'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { isOver } from './furthest.ts'

interface Following {
  broadcastId: string
  /** Over requests each stream would take up one of the few connections that a browser has. */
  overHttp: boolean
  onProgress: (broadcast: Broadcast) => void
}

/** How long after an answer, or after what ended too soon, it is asked again. */
const againMs = 2_000

/**
 * Tells how a broadcast is now, and whenever it has come further, until it is over.
 *
 * @returns what ends it before
 */
export function followProgress(bulk: Client['api']['bulk'], following: Following): () => void {
  const { broadcastId, overHttp, onProgress } = following
  let isDone = false
  let again: ReturnType<typeof setTimeout> | undefined
  let subscription: { unsubscribe(): void } | undefined

  function later(): void {
    if (!isDone) again = setTimeout(overHttp ? ask : subscribe, againMs)
  }
  function tell(broadcast: Broadcast): void {
    if (isDone) return
    isDone = isOver(broadcast)
    onProgress(broadcast)
  }
  function failed(error: unknown): void {
    if (mayRetry(reasonOf(error))) later()
  }
  function ask(): void {
    bulk.get.query({ broadcastId }).then(tell).then(later, failed)
  }
  function subscribe(): void {
    subscription = bulk.progress.subscribe(
      { broadcastId },
      { onData: tell, onError: failed, onComplete: later },
    )
  }

  if (overHttp) ask()
  else subscribe()
  return () => {
    isDone = true
    clearTimeout(again)
    subscription?.unsubscribe()
  }
}
