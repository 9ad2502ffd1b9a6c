import type { Broadcast } from '@parley/protocol/bulk'
import { Link, useSearch } from 'wouter'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { Download } from './Download.tsx'
import { ReportPages } from './ReportPages.tsx'
import { addressOf, chosenIn, tabsOf } from './tabs.ts'

const { report, states } = bulkReportWords

export const recipientsHeading = 'recipients'

/** What became of it with each recipient, all of them or those in one state. */
export function Report({ broadcast }: { broadcast: Broadcast }) {
  const only = chosenIn(useSearch())
  const tabs = tabsOf(broadcast, only)
  const chosen = tabs.find(tab => tab.only === only)
  return (
    <section aria-labelledby={recipientsHeading} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={recipientsHeading} tabIndex={-1} className="font-semibold text-large outline-none">
          {report.title}
        </h2>
        <Download broadcast={broadcast} />
      </div>
      <nav aria-label={report.filter} className="flex flex-wrap gap-2">
        {tabs.map(tab => (
          <Link
            key={tab.only ?? ''}
            replace
            href={addressOf(broadcast.id, tab.only)}
            aria-current={tab.only === only ? 'true' : undefined}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-edge bg-raised px-3.5 text-small hover:bg-hover aria-[current]:border-act aria-[current]:bg-act aria-[current]:text-on-act touch:min-h-11"
          >
            {tab.only === undefined ? report.all : states[tab.only]}
            {tab.count !== undefined && (
              <span className="font-semibold">{bulkReportWords.number(tab.count)}</span>
            )}
          </Link>
        ))}
      </nav>
      <ReportPages key={only ?? ''} broadcast={broadcast} only={only} count={chosen?.count} />
    </section>
  )
}
