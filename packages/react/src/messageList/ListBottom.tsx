import type { ReactNode } from 'react'
import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { Problem } from '../parts/Problem.tsx'
import { words } from '../words/words.ts'

interface Props {
  isSeeking: boolean
  loadingNewer: boolean
  /** Present when the newer messages were refused. */
  onRetry: (() => void) | undefined
  /** The way to the latest message. */
  children: ReactNode
}

/** Over the end of what is seen: where it goes on, and what is on its way. Nothing moves for it. */
export function ListBottom({ isSeeking, loadingNewer, onRetry, children }: Props) {
  const { seeking, loadingNewer: loading, newerFailed } = words.conversation
  const underWay = (isSeeking && seeking) || (loadingNewer && loading)
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-2 flex flex-col items-center gap-2 px-4">
      <div role="status">
        {underWay && (
          <p className="flex min-h-9 animate-late items-center gap-2 rounded-full border border-line bg-raised px-3 text-small text-soft shadow-float">
            <Busy />
            {underWay}
          </p>
        )}
      </div>
      {onRetry && (
        <div className="pointer-events-auto">
          <Problem text={newerFailed}>
            <Button kind="plain" onClick={onRetry}>
              {words.tryAgain}
            </Button>
          </Problem>
        </div>
      )}
      {children}
    </div>
  )
}
