import { ManyIcon } from '@parley/react/icons/ManyIcon'
import { Mark } from '@parley/react/icons/Mark'
import { PlusIcon } from '@parley/react/icons/PlusIcon'
import { ArchivedList } from '@parley/react/list/ArchivedList'
import { ConversationList } from '@parley/react/list/ConversationList'
import { NoConversations } from '@parley/react/list/NoConversations'
import { NotSentAnywhere } from '@parley/react/list/NotSentAnywhere'
import { useMe } from '@parley/react/people/useMe'
import { Link, useRoute } from 'wouter'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { words } from '../words/words.ts'
import { FindButton } from './FindButton.tsx'
import { useArchiveShown } from './useArchiveShown.ts'

interface Props {
  chosenId: string | undefined
  isDemo: boolean
  /** The only column: nothing else says what to do when it is empty. */
  isAlone: boolean
  onOpen: () => void
}

/** The first column: who I am, what I can begin, and my conversations or what I archived. */
export function ListColumn({ chosenId, isDemo, isAlone, onOpen }: Props) {
  const archive = useArchiveShown(chosenId)
  return (
    <nav
      aria-label={words.conversations.title}
      className="flex w-full shrink-0 flex-col border-line bg-surface two:w-[20.5rem] two:border-e"
    >
      <ColumnHeader isDemo={isDemo} isAlone={isAlone} onOpen={onOpen} />
      <NotSentAnywhere openId={chosenId} />
      {archive.isShown ? (
        <ArchivedList chosenId={chosenId} onBack={archive.leave} />
      ) : (
        <ConversationList
          chosenId={chosenId}
          empty={isAlone && <NoConversations onFind={onOpen} />}
          isBackFromArchive={archive.wasLeft}
        />
      )}
    </nav>
  )
}

function ColumnHeader({ isDemo, isAlone, onOpen }: Omit<Props, 'chosenId'>) {
  const me = useMe()
  // Beside something else, that has the first heading.
  const Heading = isAlone ? 'h1' : 'p'
  return (
    <header className="flex min-h-16 items-center gap-0.5 ps-4 pe-3">
      <span className="me-2 flex max-[22.5rem]:hidden">
        <Mark />
      </span>
      <div className="flex min-w-0 flex-1 flex-col">
        <Heading className="truncate font-semibold text-large leading-5 tracking-tight rtl:tracking-normal">
          {words.app}
        </Heading>
        {me && (
          // Read out with the account's button.
          <p aria-hidden="true" className="truncate text-soft text-tiny">
            <bdi>{me.name}</bdi>
          </p>
        )}
      </div>
      <FindButton />
      {me?.role === 'contractor' && <ToBulk />}
      <button
        type="button"
        aria-label={words.conversations.open}
        title={words.conversations.open}
        onClick={onOpen}
        className="mx-1 inline-flex size-9 shrink-0 items-center justify-center rounded-control bg-act text-on-act transition-colors hover:bg-act-hover touch:size-11"
      >
        <PlusIcon />
      </button>
      <AccountMenu isDemo={isDemo} />
    </header>
  )
}

function ToBulk() {
  const [isThere] = useRoute('/bulk/*?')
  return (
    <Link
      href="/bulk"
      aria-current={isThere ? 'page' : undefined}
      aria-label={words.bulk}
      title={words.bulk}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-soft hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:text-petrol touch:size-11"
    >
      <ManyIcon />
    </Link>
  )
}
