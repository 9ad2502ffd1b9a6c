import type { BulkReport } from '@parley/protocol/admin'
import { Problem } from '@parley/react/parts/Problem'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { trpc } from '@parley/react/trpc'
import { bulkUseWords as words } from '../words/bulkUseWords.ts'
import { failureWords } from '../words/failureWords.ts'
import { askedAgainAfter } from './askedAgainAfter.ts'
import { BulkChart } from './BulkChart.tsx'
import { BulkContractors } from './BulkContractors.tsx'
import { BulkDays } from './BulkDays.tsx'

const days = 30
/** It adds up weeks, so it is not asked for as often as the connections. */
const everyMs = 60_000

/** How contractors use bulk messages: by day, by contractor, and why some fail. */
export function BulkUse() {
  const { data, error } = trpc.admin.bulk.useQuery(
    { days },
    { refetchInterval: ({ state }) => askedAgainAfter(state.error) && everyMs },
  )
  return (
    <section aria-labelledby="bulk-use" className="flex flex-col gap-3">
      <h2 id="bulk-use" className="font-semibold text-large">
        {words.title(days)}
      </h2>
      {error && <Problem text={words.failed(reasonOf(error))} />}
      {!data && !error && <Skeleton rows={2} />}
      {data && <Use report={data} />}
    </section>
  )
}

function Use({ report: { days: byDay, contractors, failures, seconds } }: { report: BulkReport }) {
  if (contractors.length === 0) return <p className="text-soft">{words.none}</p>
  return (
    <>
      <BulkChart days={byDay} />
      <BulkDays days={byDay} />
      <h3 className="pt-2 font-semibold">{words.contractors}</h3>
      <BulkContractors contractors={contractors} />
      {seconds && <p className="text-small">{words.took(seconds)}</p>}
      {failures.length > 0 && (
        <>
          <h3 className="pt-2 font-semibold">{words.failures}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
            {failures.map(({ reason, count }) => (
              <div key={reason} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-end font-semibold">{words.number(count)}</dt>
                <dd>{failureWords[reason]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}
