import type { Broadcast } from '@parley/protocol/bulk'
import { Confirm } from '@parley/react/parts/Confirm'
import { tell } from '@parley/react/parts/notices'
import { useClient } from '@parley/react/useClient'
import type { RefObject } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { endUndo, sentNow } from '../undo/sentNow.ts'

interface Props {
  broadcast: Broadcast
  /** Shows what became of it; only then does the question close. */
  onCancelled: () => Promise<unknown>
  onClose: () => void
  focusOtherwise?: RefObject<HTMLElement | null>
}

/** Asks first, and says that what went, went. */
export function CancelBroadcast({ broadcast, onCancelled, onClose, focusOtherwise }: Props) {
  const { bulk } = useClient().api
  const { cancel, failed } = bulkReportWords
  const hasBegun = broadcast.status !== 'scheduled'
  return (
    <Confirm
      title={hasBegun ? cancel.runningTitle : cancel.scheduledTitle}
      text={hasBegun ? cancel.runningText : cancel.scheduledText}
      act={hasBegun ? cancel.running : cancel.scheduled}
      keep={hasBegun ? cancel.keepRunning : cancel.keepScheduled}
      isFinal
      onAct={async signal => {
        const { status } = await bulk.cancel.mutate({ broadcastId: broadcast.id }, { signal })
        // What is over does not go out in some seconds any more.
        if (sentNow.get()?.broadcast.id === broadcast.id) endUndo()
        tell(status === 'finished' ? cancel.tooLate : cancel.done)
        await onCancelled()
      }}
      failed={failed}
      onClose={onClose}
      focusOtherwise={focusOtherwise}
    />
  )
}
