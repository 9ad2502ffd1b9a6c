import { reasonOf } from '@parley/react/parts/reasonOf'
import { trpc } from '@parley/react/trpc'
import { useEffect } from 'react'
import { furthest, isOver } from './furthest.ts'
import { useIsMoving } from './useIsMoving.ts'
import { useProgress } from './useProgress.ts'

/** Who received and read it changes for days; it is looked at again while the page is visible. */
export const lookedAtEveryMs = 10_000

const nothing = { status: 'finished', dueAt: '' } as const

/** A broadcast as it is now: followed while it moves, and read again from time to time. */
export function useBroadcast(broadcastId: string) {
  const { data, error, refetch } = trpc.bulk.get.useQuery(
    { broadcastId },
    { staleTime: 0, refetchInterval: ({ state }) => (state.data ? lookedAtEveryMs : false) },
  )
  const isMoving = useIsMoving(data ?? nothing)
  const told = useProgress(broadcastId, isMoving)
  const hasEnded = told !== undefined && isOver(told)
  // Only what is read has totals.
  useEffect(() => {
    if (hasEnded) void refetch()
  }, [hasEnded, refetch])
  return {
    broadcast: data && furthest(data, told),
    isMoving,
    refusal: error ? reasonOf(error) : undefined,
    refresh: refetch,
  }
}
