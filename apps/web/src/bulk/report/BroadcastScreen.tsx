import type { Broadcast } from '@parley/protocol/bulk'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { useEffect, useRef } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { BulkPage } from '../BulkPage.tsx'
import { LinkButton } from '../history/LinkButton.tsx'
import { BroadcastHead } from './BroadcastHead.tsx'
import { Due } from './Due.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { Report, recipientsHeading } from './Report.tsx'
import { Running } from './Running.tsx'
import { Spoken } from './Spoken.tsx'
import { useBroadcast } from './useBroadcast.ts'

const { one } = bulkReportWords

/** One broadcast: how far it has come, and what became of it with each. */
export function BroadcastScreen({ id }: { id: string }) {
  const { broadcast, isMoving, refusal, refresh } = useBroadcast(id)
  const isMissing = refusal === 'NOT_FOUND' || refusal === 'INVALID_INPUT'
  return (
    <BulkPage title={one.title} back={{ href: '/bulk', label: one.back }}>
      {broadcast && <Parts broadcast={broadcast} isMoving={isMoving} onChanged={refresh} />}
      {!broadcast && isMissing && (
        <EmptyState title={one.missing} text={one.missingText}>
          <LinkButton href="/bulk">{one.back}</LinkButton>
        </EmptyState>
      )}
      {!broadcast && !isMissing && (
        <NotLoaded
          refusal={refusal}
          text={one.notLoaded}
          offline={one.offline}
          onAgain={() => void refresh()}
        />
      )}
    </BulkPage>
  )
}

interface PartsProps {
  broadcast: Broadcast
  isMoving: boolean
  onChanged: () => Promise<unknown>
}

function Parts({ broadcast, isMoving, onChanged }: PartsProps) {
  const { status } = broadcast
  useFocusKept(status)
  return (
    <>
      <BroadcastHead broadcast={broadcast} />
      <Spoken broadcast={broadcast} />
      {status === 'scheduled' && (
        <Due broadcast={broadcast} isSoon={isMoving} onChanged={onChanged} />
      )}
      {status === 'running' && <Running broadcast={broadcast} onChanged={onChanged} />}
      {status !== 'running' && <Report broadcast={broadcast} />}
    </>
  )
}

/** What had the focus may go with the state that it belongs to; then it is at the report. */
function useFocusKept(status: Broadcast['status']): void {
  const before = useRef(status)
  useEffect(() => {
    const isAnother = before.current !== status
    before.current = status
    if (isAnother && document.activeElement === document.body)
      document.getElementById(recipientsHeading)?.focus()
  }, [status])
}
