import type { Broadcast } from '@parley/protocol/bulk'
import { useState } from 'react'
import { ClockIcon } from '../../icons/ClockIcon.tsx'
import { Button } from '../../parts/Button.tsx'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { DueTime } from '../history/DueTime.tsx'
import { CancelBroadcast } from './CancelBroadcast.tsx'

interface Props {
  broadcast: Broadcast
  isSoon: boolean
  onChanged: () => Promise<unknown>
}

/** One that waits for its time. */
export function Due({ broadcast, isSoon, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false)
  return (
    <section className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-raised p-4">
      <span className="text-petrol">
        <ClockIcon />
      </span>
      <p className="min-w-0 flex-1 basis-52">
        <DueTime broadcast={broadcast} isSoon={isSoon} />
      </p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {bulkReportWords.cancel.scheduled}
      </Button>
      {isAsking && (
        <CancelBroadcast
          broadcast={broadcast}
          onCancelled={onChanged}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
