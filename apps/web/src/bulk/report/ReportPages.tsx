import type { Broadcast } from '@parley/protocol/bulk'
import { Button } from '@parley/react/parts/Button'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { bulkReportWords, type RecipientState } from '../../words/bulkReportWords.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { ReportRow } from './ReportRow.tsx'
import { lookedAtEveryMs } from './useBroadcast.ts'

const { report, one } = bulkReportWords
const pageSize = 100

interface Props {
  broadcast: Broadcast
  only: RecipientState | undefined
  /** How many there are in this part, as far as it is known. */
  count: number | undefined
}

/** A part of the report, a page at a time: what is shown can be looked at again, whatever its size. */
export function ReportPages({ broadcast, only, count }: Props) {
  /** Where this page begins, and before it, where those before it did. */
  const [starts, setStarts] = useState<readonly (string | undefined)[]>([undefined])
  const top = useRef<HTMLUListElement>(null)
  const cursor = starts.at(-1)
  const { data, error, refetch, isPlaceholderData } = trpc.bulk.report.useQuery(
    { broadcastId: broadcast.id, only, limit: pageSize, cursor },
    { staleTime: 0, refetchInterval: lookedAtEveryMs, placeholderData: keepPreviousData },
  )

  // The rows say what the counts above them say.
  const stand = JSON.stringify([broadcast.status, broadcast.totals])
  const shown = useRef(stand)
  useEffect(() => {
    if (shown.current === stand) return
    shown.current = stand
    void refetch()
  }, [stand, refetch])

  function turn(next: readonly (string | undefined)[]) {
    setStarts(next)
    top.current?.scrollIntoView({ block: 'start' })
    top.current?.focus({ preventScroll: true })
  }

  if (!data) {
    const refusal = error ? reasonOf(error) : undefined
    return (
      <NotLoaded
        refusal={refusal}
        text={report.failed}
        offline={one.offline}
        onAgain={() => void refetch()}
      />
    )
  }
  const { items, nextCursor } = data
  const from = (starts.length - 1) * pageSize
  if (items.length === 0 && starts.length === 1) return <p className="text-soft">{report.nobody}</p>
  return (
    <>
      <ul
        ref={top}
        tabIndex={-1}
        aria-label={report.title}
        aria-busy={isPlaceholderData}
        className={`flex scroll-mt-4 flex-col divide-y divide-line rounded-card bg-raised outline-none ${isPlaceholderData ? 'opacity-60' : ''}`}
      >
        {items.map((row, at) => (
          // Nobody has a place of their own: one person may be named fifty times.
          <ReportRow key={at} row={row} />
        ))}
      </ul>
      {(nextCursor !== undefined || starts.length > 1) && (
        <nav
          aria-label={report.pages}
          className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 text-small"
        >
          <Button
            kind="quiet"
            disabled={starts.length === 1}
            onClick={() => turn(starts.slice(0, -1))}
          >
            {report.earlier}
          </Button>
          <p role="status">{report.range(from + 1, from + items.length, count)}</p>
          <Button
            kind="quiet"
            disabled={nextCursor === undefined || isPlaceholderData}
            onClick={() => turn([...starts, nextCursor])}
          >
            {report.further}
          </Button>
        </nav>
      )}
    </>
  )
}
