import { ManyIcon } from '@parley/react/icons/ManyIcon'
import { Mark } from '@parley/react/icons/Mark'
import { PlusIcon } from '@parley/react/icons/PlusIcon'
import { ConversationList } from '@parley/react/list/ConversationList'
import { NoConversations } from '@parley/react/list/NoConversations'
import { NotSentAnywhere } from '@parley/react/list/NotSentAnywhere'
import { Button } from '@parley/react/parts/Button'
import { useMe } from '@parley/react/people/useMe'
import { Link, useRoute } from 'wouter'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { words } from '../words/words.ts'
import { FindButton } from './FindButton.tsx'

interface Props {
  chosenId: string | undefined
  isDemo: boolean
  /** The only column: nothing else says what to do when it is empty. */
  isAlone: boolean
  onOpen: () => void
}

/** The first column: who I am, what I can begin, and my conversations. */
export function ListColumn({ chosenId, isDemo, isAlone, onOpen }: Props) {
  const me = useMe()
  // Beside something else, that has the first heading.
  const Heading = isAlone ? 'h1' : 'p'
  return (
    <nav
      aria-label={words.conversations.title}
      className="flex w-full shrink-0 flex-col border-line border-e bg-surface two:w-[20.5rem]"
    >
      <header className="flex flex-col gap-3 px-4 pt-3 pb-2">
        <div className="flex items-center gap-2">
          <Mark />
          <Heading className="flex-1 font-semibold text-large tracking-tight">{words.app}</Heading>
          <FindButton />
          <AccountMenu isDemo={isDemo} />
        </div>
        <Button onClick={onOpen} className="w-full">
          <PlusIcon />
          {words.conversations.open}
        </Button>
        {me?.role === 'contractor' && <ToBulk />}
      </header>
      <NotSentAnywhere openId={chosenId} />
      <ConversationList
        chosenId={chosenId}
        empty={isAlone && <NoConversations onFind={onOpen} />}
      />
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
