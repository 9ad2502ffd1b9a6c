import type { Broadcast } from '@parley/protocol/bulk'
import { bulkReportWords } from '../../words/bulkReportWords.ts'

const looks: Record<Broadcast['status'], string> = {
  scheduled: 'bg-chosen text-petrol',
  running: 'bg-marigold text-on-marigold',
  finished: 'border border-line text-soft',
  cancelled: 'border border-line text-soft',
}

export function StatusMark({ status }: Pick<Broadcast, 'status'>) {
  return (
    <span className={`shrink-0 rounded-full px-2 py-px font-medium text-tiny ${looks[status]}`}>
      {bulkReportWords.statuses[status]}
    </span>
  )
}
