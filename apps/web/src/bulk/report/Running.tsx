import type { Broadcast } from '@parley/protocol/bulk'
import { useOffline } from '@parley/react/connection/useOffline'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { CancelButton } from './CancelButton.tsx'
import { doneOf } from './progress.ts'
import { SentBar } from './SentBar.tsx'
import { useRate } from './useRate.ts'

const { running } = bulkReportWords

interface Props {
  broadcast: Broadcast
  onChanged: () => Promise<unknown>
}

/** How far it is while it is being sent, with the way to stop it. */
export function Running({ broadcast, onChanged }: Props) {
  const isOffline = useOffline()
  const { total, totalSent, totalFailed } = broadcast
  const done = doneOf(broadcast)
  const rate = useRate(done)
  return (
    <section className="flex flex-col gap-4 rounded-card bg-raised p-4">
      <SentBar
        label={running.bar}
        text={running.done(done, total)}
        sent={totalSent}
        failed={totalFailed}
        total={total}
      />
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 two:grid-cols-4">
        <Figure name={running.sent} value={bulkReportWords.number(totalSent)} />
        <Figure name={running.failed} value={bulkReportWords.number(totalFailed)} />
        <Figure name={running.remaining} value={bulkReportWords.number(total - done)} />
        <Figure
          name={running.rate}
          value={rate === undefined ? running.noRate : bulkReportWords.number(rate)}
        />
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-small text-soft">
          {isOffline && running.stalled}
        </p>
        <CancelButton broadcast={broadcast} onChanged={onChanged} />
      </div>
    </section>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-small text-soft">{name}</dt>
      <dd className="font-semibold text-large">{value}</dd>
    </div>
  )
}
