import { useClient } from '@parley/react/useClient'
import { useConversations } from '@parley/react/useConversations'
import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { useMe } from '../account/useMe.ts'
import { ManyIcon } from '../icons/ManyIcon.tsx'
import { Mark } from '../icons/Mark.tsx'
import { PlusIcon } from '../icons/PlusIcon.tsx'
import { Button } from '../parts/Button.tsx'
import { Problem } from '../parts/Problem.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useOffline } from '../shell/useOffline.ts'
import { words } from '../words/words.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { NoConversations } from './NoConversations.tsx'
import { NotSentAnywhere } from './NotSentAnywhere.tsx'
import { useSteadyOrder } from './useSteadyOrder.ts'

interface Props {
  chosenId: string | undefined
  isDemo: boolean
  /** The only column: nothing else says what to do when it is empty. */
  isAlone: boolean
  onOpen: () => void
}

export function ConversationList({ chosenId, isDemo, isAlone, onOpen }: Props) {
  const me = useMe()
  return (
    <nav
      aria-label={words.conversations.title}
      className="flex w-full shrink-0 flex-col border-line border-e bg-surface two:w-[20.5rem]"
    >
      <header className="flex flex-col gap-3 px-4 pt-3 pb-2">
        <div className="flex items-center gap-2">
          <Mark />
          <h1 className="flex-1 font-semibold text-large tracking-tight">{words.app}</h1>
          <AccountMenu isDemo={isDemo} />
        </div>
        <Button onClick={onOpen} className="w-full">
          <PlusIcon />
          {words.conversations.open}
        </Button>
        {me?.role === 'contractor' && <ToBulk />}
      </header>
      <NotSentAnywhere openId={chosenId} />
      <Rows chosenId={chosenId} empty={isAlone && <NoConversations onFind={onOpen} />} />
    </nav>
  )
}

function ToBulk() {
  const [isThere] = useRoute('/bulk/*?')
  return (
    <Link
      href="/bulk"
      aria-current={isThere ? 'page' : undefined}
      className="-mt-1 inline-flex min-h-9 items-center justify-center gap-2 rounded-control border border-edge bg-raised px-3.5 py-1.5 font-medium hover:bg-hover aria-[current]:bg-chosen aria-[current]:text-petrol touch:min-h-11"
    >
      <ManyIcon />
      {words.bulk}
    </Link>
  )
}

interface RowsProps {
  chosenId: string | undefined
  /** What stands there when there are none. */
  empty: ReactNode
}

function Rows({ chosenId, empty }: RowsProps) {
  const client = useClient()
  const { status, items, hasMore, loadMore } = useConversations()
  const { ordered, ...hovering } = useSteadyOrder(items)

  const isOffline = useOffline()

  if (status === 'loading' && items.length === 0) {
    if (!isOffline) return <Skeleton rows={6} />
    return <p className="px-4 py-6 text-center text-soft">{words.conversations.offline}</p>
  }
  if (status === 'failed' && items.length === 0) {
    return (
      <div className="p-4">
        <Problem text={words.conversations.failed}>
          <Button kind="plain" onClick={client.reconnectNow}>
            {words.tryAgain}
          </Button>
        </Problem>
      </div>
    )
  }
  if (items.length === 0) return empty
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4" {...hovering}>
      <ul aria-label={words.conversations.title}>
        {ordered.map(listed => (
          <ConversationRow key={listed.id} listed={listed} isChosen={listed.id === chosenId} />
        ))}
      </ul>
      {hasMore && (
        <div className="mt-2 flex justify-center">
          <Button kind="quiet" onClick={loadMore}>
            {words.conversations.more}
          </Button>
        </div>
      )}
    </div>
  )
}
