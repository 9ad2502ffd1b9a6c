import type { Broadcast } from '@parley/protocol/bulk'
import { mayRetry } from '@parley/protocol/reasons'
import { useClient } from '@parley/react/useClient'
import { useEffect, useRef, useState } from 'react'
import { reasonOf } from '../../parts/reasonOf.ts'
import { isOver } from './furthest.ts'

/** What ended before the broadcast did is asked for again. */
const againMs = 2_000

/**
 * How a broadcast comes along, while that is wanted; it ends by itself when the broadcast does.
 *
 * @param onEnded hears of its end, once
 */
export function useProgress(
  broadcastId: string,
  isWanted: boolean,
  onEnded: () => void,
): Broadcast | undefined {
  const { bulk } = useClient().api
  const [latest, setLatest] = useState<Broadcast>()
  const ended = useRef(onEnded)
  ended.current = onEnded

  useEffect(() => {
    if (!isWanted) return
    let again: ReturnType<typeof setTimeout> | undefined
    let subscription: { unsubscribe(): void } | undefined
    let isDone = false
    const later = () => {
      again = setTimeout(follow, againMs)
    }
    function follow() {
      subscription = bulk.progress.subscribe(
        { broadcastId },
        {
          onData(next) {
            setLatest(next)
            if (!isOver(next) || isDone) return
            isDone = true
            ended.current()
          },
          onError: error => mayRetry(reasonOf(error)) && !isDone && later(),
          onComplete: () => !isDone && later(),
        },
      )
    }
    follow()
    return () => {
      isDone = true
      clearTimeout(again)
      subscription?.unsubscribe()
    }
  }, [bulk, broadcastId, isWanted])

  return latest
}
