import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { Problem } from '../parts/Problem.tsx'
import { words } from '../words/words.ts'
import { rowSpace } from './heights.ts'

interface Props {
  /** What is said above the very first message. */
  beginning: string
  complete: boolean
  loadingOlder: boolean
  /** Present when the older messages were refused. */
  onRetry: (() => void) | undefined
}

/** Above the first message: where it all began, or that more is coming. */
export function ListTop({ beginning, complete, loadingOlder, onRetry }: Props) {
  return (
    <div
      className="absolute inset-x-0 top-0 flex items-center justify-center px-6 text-center text-small text-soft"
      style={{ height: rowSpace.top }}
    >
      {complete && <p className="max-w-96">{beginning}</p>}
      {onRetry && (
        <Problem text={words.conversation.olderFailed}>
          <Button kind="plain" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        </Problem>
      )}
      <div role="status">
        {loadingOlder && (
          <p className="flex animate-late items-center gap-2">
            <Busy />
            {words.conversation.loadingOlder}
          </p>
        )}
      </div>
    </div>
  )
}
