import type { Broadcast } from '@parley/protocol/bulk'
import { PlusIcon } from '@parley/react/icons/PlusIcon'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { Problem } from '@parley/react/parts/Problem'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { words } from '../../words/words.ts'
import { BulkPage } from '../BulkPage.tsx'
import { CancelBroadcast } from '../report/CancelBroadcast.tsx'
import { NotLoaded } from '../report/NotLoaded.tsx'
import { HistoryRow } from './HistoryRow.tsx'
import { LinkButton } from './LinkButton.tsx'
import { useHistory } from './useHistory.ts'

const { history } = bulkReportWords

/** The contractor's broadcasts, newest first. */
export function HistoryScreen() {
  const { items, refusal, refresh, ...more } = useHistory()
  const isEmpty = items?.length === 0
  // Not before it is known where it stands: it would go away from under a finger.
  const hasCompose = items ? !isEmpty : refusal !== undefined
  return (
    <BulkPage title={words.bulk} acts={<Acts hasCompose={hasCompose} />}>
      {!items && (
        <NotLoaded
          refusal={refusal}
          text={history.unread}
          offline={history.offline}
          onAgain={() => void refresh()}
        />
      )}
      {isEmpty && (
        <EmptyState title={history.empty} text={history.emptyText}>
          <LinkButton href="/bulk/new">{history.compose}</LinkButton>
        </EmptyState>
      )}
      {items && !isEmpty && <Rows items={items} onChanged={refresh} {...more} />}
    </BulkPage>
  )
}

function Acts({ hasCompose }: { hasCompose: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link
        href="/bulk/templates"
        className="inline-flex min-h-9 items-center px-1 font-medium text-petrol underline underline-offset-3 hover:decoration-2 touch:min-h-11"
      >
        {history.templates}
      </Link>
      {hasCompose && (
        <LinkButton href="/bulk/new">
          <PlusIcon />
          {history.compose}
        </LinkButton>
      )}
    </span>
  )
}

interface RowsProps {
  items: readonly Broadcast[]
  onChanged: () => Promise<unknown>
  hasMore: boolean
  hasMoreFailed: boolean
  isLoadingMore: boolean
  loadMore: () => void
}

function Rows(props: RowsProps) {
  const { items, onChanged, hasMore, hasMoreFailed, isLoadingMore, loadMore } = props
  const [cancelling, setCancelling] = useState<Broadcast>()
  const list = useRef<HTMLUListElement>(null)
  // With the last page goes the button that asked for it.
  useEffect(() => {
    if (!hasMore && document.activeElement === document.body) list.current?.focus()
  }, [hasMore])
  return (
    <>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={history.list}
        className="flex flex-col gap-3 outline-none"
      >
        {items.map(item => (
          <HistoryRow key={item.id} item={item} onCancel={setCancelling} />
        ))}
      </ul>
      {hasMoreFailed && <Problem text={history.noMore} />}
      {hasMore && (
        <Button
          kind="quiet"
          className="self-center"
          aria-disabled={isLoadingMore}
          onClick={loadMore}
        >
          {isLoadingMore && <Busy />}
          {history.more}
        </Button>
      )}
      {cancelling && (
        <CancelBroadcast
          broadcast={cancelling}
          onCancelled={onChanged}
          onClose={() => setCancelling(undefined)}
          focusOtherwise={list}
        />
      )}
    </>
  )
}
