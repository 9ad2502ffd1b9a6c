import type { Broadcast } from '@parley/protocol/bulk'
import { Button } from '@parley/react/parts/Button'
import { useOnScreen } from '@parley/react/presence/useOnScreen'
import { briefTimeOf, exactTimeOf } from '@parley/react/time/format'
import { Link } from 'wouter'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { furthest, isOver } from '../report/furthest.ts'
import { SentBar } from '../report/SentBar.tsx'
import { useIsMoving } from '../report/useIsMoving.ts'
import { useProgress } from '../report/useProgress.ts'
import { audienceText } from './audienceText.ts'
import { DueTime } from './DueTime.tsx'
import { opening } from './opening.ts'
import { StatusMark } from './StatusMark.tsx'

const { history, cancel } = bulkReportWords

interface Props {
  item: Broadcast
  onCancel: (broadcast: Broadcast) => void
}

/** One broadcast among others; it moves while it is being sent and somebody sees it. */
export function HistoryRow({ item, onCancel }: Props) {
  const [ref, isOnScreen] = useOnScreen<HTMLLIElement>()
  const isMoving = useIsMoving(item)
  const broadcast = furthest(item, useProgress(item.id, isMoving && isOnScreen))
  const { id, status, text } = broadcast
  return (
    <li
      ref={ref}
      className="relative flex flex-col gap-2 rounded-card bg-raised p-4 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-petrol hoverable:hover:bg-hover"
    >
      <div className="flex items-start gap-3">
        <Link
          href={`/bulk/${id}`}
          dir="auto"
          className="line-clamp-2 flex-1 font-medium outline-none after:absolute after:inset-0 after:rounded-card"
        >
          {opening(text, 200)}
        </Link>
        <StatusMark status={status} />
      </div>
      <p className="text-small text-soft">{audienceText(broadcast).join(' · ')}</p>
      {status === 'scheduled' ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-small">
          <DueTime broadcast={broadcast} isSoon={isMoving} />
          <Button
            kind="danger"
            className="relative"
            aria-label={history.cancelLabel(opening(text, 60))}
            onClick={() => onCancel(broadcast)}
          >
            {history.cancel}
          </Button>
        </div>
      ) : (
        <Result broadcast={broadcast} onStop={() => onCancel(broadcast)} />
      )}
    </li>
  )
}

function Result({ broadcast, onStop }: { broadcast: Broadcast; onStop: () => void }) {
  const { total, totalSent: sent, totalFailed: failed, startedAt, finishedAt } = broadcast
  const at = finishedAt ?? startedAt ?? broadcast.dueAt
  return (
    <>
      <SentBar sent={sent} failed={failed} total={total} isSmall />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-small">
        <p>
          {history.sentOf(sent, total)}
          {failed > 0 && <span className="text-danger"> · {history.failedOf(failed)}</span>}
        </p>
        {isOver(broadcast) ? (
          <time dateTime={at} title={exactTimeOf(at)} className="text-soft">
            {briefTimeOf(at)}
          </time>
        ) : (
          <Button
            kind="danger"
            className="relative"
            aria-label={history.stopLabel(opening(broadcast.text, 60))}
            onClick={onStop}
          >
            {cancel.running}
          </Button>
        )}
      </div>
    </>
  )
}
