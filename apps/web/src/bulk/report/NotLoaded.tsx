import type { Reason } from '@parley/protocol/reasons'
import { useOffline } from '@parley/react/connection/useOffline'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { words } from '../../words/words.ts'

interface Props {
  /** Why it is not there; without one it is still on its way. */
  refusal: Reason | undefined
  text: string
  offline: string
  rows?: number
  onAgain: () => void
}

/** Stands where something is not loaded yet, or could not be. */
export function NotLoaded({ refusal, text, offline, rows = 3, onAgain }: Props) {
  const isOffline = useOffline()
  if (refusal) {
    return (
      <Problem text={text}>
        <Button kind="plain" onClick={onAgain}>
          {words.tryAgain}
        </Button>
      </Problem>
    )
  }
  if (!isOffline) {
    return (
      <div className="animate-late rounded-card bg-raised">
        <Skeleton rows={rows} />
      </div>
    )
  }
  return (
    <p role="status" className="text-soft">
      {offline}
    </p>
  )
}
