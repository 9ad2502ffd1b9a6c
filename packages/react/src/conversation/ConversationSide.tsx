import type { Listed } from '@parley/client/listed'
import type { KeyboardEvent } from 'react'
import { JobPanel } from '../job/JobPanel.tsx'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { fetchable } from '../parts/fetchable.ts'
import { OnDemand } from '../parts/OnDemand.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useGoneWithFocus } from '../parts/useGoneWithFocus.ts'
import { words } from '../words/words.ts'
import type { Side, Sides } from './useSide.ts'

const jobSheet = fetchable(() => import('../job/JobSheet.tsx').then(file => file.JobSheet))
const people = fetchable(() => import('../group/PeoplePanel.tsx').then(file => file.PeoplePanel))
const peopleSheet = fetchable(() =>
  import('../group/PeopleSheet.tsx').then(file => file.PeopleSheet),
)

interface Props {
  conversation: Listed
  sides: Sides
}

/** What it is about, or who is in it. */
export function ConversationSide({ conversation, sides }: Props) {
  const { shown, isColumn, close } = sides
  if (!shown) return null
  if (isColumn) return <Column key={shown} side={shown} conversation={conversation} sides={sides} />
  return (
    <OnDemand key={shown} of={shown === 'people' ? peopleSheet : jobSheet} onFailed={close}>
      {Sheet => <Sheet conversation={conversation} onClose={close} />}
    </OnDemand>
  )
}

interface ColumnProps extends Props {
  side: Side
}

function Column({ side, conversation, sides: { close, openers } }: ColumnProps) {
  // Also when the window became too narrow for it.
  const place = useGoneWithFocus<HTMLElement>(() => openers[side].current?.focus())

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isHere = event.currentTarget.contains(document.activeElement)
    // A dialog that was opened from here closes by itself.
    if (event.key === 'Escape' && !event.defaultPrevented && isHere) close()
  }

  return (
    <ErrorBoundary>
      <aside
        ref={place}
        aria-label={side === 'people' ? words.group.people : words.job.panel}
        onKeyDown={onKeyDown}
        className="w-[19rem] shrink-0 overflow-y-auto border-line border-s bg-surface"
      >
        {side === 'details' && <JobPanel conversation={conversation} />}
        {side === 'people' && (
          <OnDemand of={people} meanwhile={<Skeleton rows={3} />} onFailed={close}>
            {PeoplePanel => <PeoplePanel conversation={conversation} />}
          </OnDemand>
        )}
      </aside>
    </ErrorBoundary>
  )
}
