import type { Broadcast } from '@parley/protocol/bulk'
import { useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { isOver } from './furthest.ts'
import { stepOf } from './progress.ts'

const { running } = bulkReportWords

/** Says how far it is, to those who listen: each quarter, and how it ended if they were there. */
export function Spoken({ broadcast }: { broadcast: Broadcast }) {
  const [wasOver] = useState(() => isOver(broadcast))
  return (
    <p role="status" className="sr-only">
      {!wasOver && sayOf(broadcast)}
    </p>
  )
}

function sayOf(broadcast: Broadcast): string {
  const { status, totalSent, totalFailed } = broadcast
  switch (status) {
    case 'scheduled':
      return ''
    case 'running':
      return running.announced(stepOf(broadcast))
    case 'finished':
      return running.finished(totalSent, totalFailed)
    case 'cancelled':
      return running.cancelled(totalSent)
  }
}
