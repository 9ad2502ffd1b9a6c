import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { words } from '../words/words.ts'

interface Props {
  state: 'idle' | 'loading' | 'failed' | 'paused'
  onGoOn: () => void
}

/** Below the last row: what is on its way, or what stopped it. */
export function ListEnd({ state, onGoOn }: Props) {
  const { loadingMore, moreFailed, further } = words.conversations
  return (
    <div className="flex flex-col items-center py-1 text-small text-soft">
      <p role="status" className="flex animate-late items-center gap-2 py-2 empty:hidden">
        {state === 'loading' && (
          <>
            <Busy />
            {loadingMore}
          </>
        )}
        {state === 'failed' && moreFailed}
      </p>
      {(state === 'failed' || state === 'paused') && (
        <Button kind="plain" onClick={onGoOn}>
          {state === 'failed' ? words.tryAgain : further}
        </Button>
      )}
    </div>
  )
}
