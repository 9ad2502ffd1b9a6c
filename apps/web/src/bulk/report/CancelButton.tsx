import type { Broadcast } from '@parley/protocol/bulk'
import { Button } from '@parley/react/parts/Button'
import { useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { CancelBroadcast } from './CancelBroadcast.tsx'

interface Props {
  broadcast: Broadcast
  onChanged: () => Promise<unknown>
}

/** On the page of a broadcast that is not over, where nothing else asks. */
export function CancelButton({ broadcast, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false)
  const { cancel } = bulkReportWords
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {broadcast.status === 'scheduled' ? cancel.scheduled : cancel.running}
      </Button>
      {isAsking && (
        <CancelBroadcast
          broadcast={broadcast}
          onCancelled={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
