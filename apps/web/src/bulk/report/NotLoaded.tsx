import type { Reason } from '@parley/protocol/reasons'
import { Button } from '../../parts/Button.tsx'
import { Problem } from '../../parts/Problem.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useOffline } from '../../shell/useOffline.ts'
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
  if (!isOffline) return <Skeleton rows={rows} />
  return (
    <p role="status" className="text-soft">
      {offline}
    </p>
  )
}
