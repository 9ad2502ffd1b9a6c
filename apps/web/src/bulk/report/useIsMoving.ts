import type { Broadcast } from '@parley/protocol/bulk'
import { useNow } from '@parley/react/time/useNow'

/** Before it is due it stands still; so long before, it is looked at. */
const aheadMs = 60_000

/** Whether something is about to become of a broadcast, so that it is worth following. */
export function useIsMoving({ status, dueAt }: Pick<Broadcast, 'status' | 'dueAt'>): boolean {
  const now = useNow(status === 'scheduled', 10_000)
  if (status === 'scheduled') return Date.parse(dueAt) - now < aheadMs
  return status === 'running'
}
