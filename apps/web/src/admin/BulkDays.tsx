import type { BulkReport } from '@parley/protocol/admin'
import { bulkUseWords as words } from '../words/bulkUseWords.ts'
import { dayText } from './BulkChart.tsx'
import { bulkColumns } from './bulkColumns.ts'
import { Records } from './Records.tsx'

type Day = BulkReport['days'][number]

/** What the chart shows, in figures: the days on which there was anything, the latest first. */
export function BulkDays({ days }: { days: readonly Day[] }) {
  const rows = days.filter(({ broadcasts }) => broadcasts > 0).toReversed()
  return (
    <details className="text-small">
      <summary className="w-fit cursor-pointer py-1.5 text-petrol">{words.asTable}</summary>
      <div className="pt-2">
        <Records
          name={words.days}
          columns={[
            { name: words.columns.day, cell: ({ day }: Day) => dayText(day) },
            ...bulkColumns,
          ]}
          rows={rows}
          keyOf={({ day }) => day}
        />
      </div>
    </details>
  )
}
