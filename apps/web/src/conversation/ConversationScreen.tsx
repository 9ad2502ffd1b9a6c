import type { Listed } from '@parley/client/listed'
import { conversationId } from '@parley/protocol/ids'
import { useConversation } from '@parley/react/useConversation'
import { useState } from 'react'
import { Link } from 'wouter'
import { JobPanel } from '../job/JobPanel.tsx'
import { conversationName } from '../list/conversationName.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { fetchable } from '../parts/fetchable.ts'
import { OnDemand } from '../parts/OnDemand.tsx'
import { useMedia } from '../shell/useMedia.ts'
import { useTitle } from '../shell/useTitle.ts'
import { widths } from '../shell/widths.ts'
import { words } from '../words/words.ts'
import { Conversation } from './Conversation.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import { LoadAgain } from './LoadAgain.tsx'
import { Loading } from './Loading.tsx'

const jobSheet = fetchable(() => import('../job/JobSheet.tsx').then(file => file.JobSheet))

/** One conversation with its details: beside it where there is room, otherwise over it. */
export function ConversationScreen({ id }: { id: string }) {
  const { data: wellFormed } = conversationId.safeParse(id)
  if (wellFormed) return <Addressed id={wellFormed} />
  // A mistyped address is no reason to ask the server.
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      <Missing />
    </main>
  )
}

function Addressed({ id }: { id: string }) {
  const opened = useConversation(id)
  const { status, conversation } = opened
  if (conversation && status !== 'missing') {
    return <Present opened={opened} conversation={conversation} />
  }
  return (
    <main className="flex min-w-0 flex-1 flex-col bg-ground">
      {status === 'loading' && <Loading heading="h1" />}
      {status === 'failed' && <LoadAgain id={id} heading="h1" />}
      {status === 'missing' && <Missing />}
    </main>
  )
}

function Missing() {
  const { missing, missingText, back } = words.conversation
  return (
    <EmptyState heading="h1" title={missing} text={missingText}>
      <Link href="/" className="text-petrol underline underline-offset-3">
        {back}
      </Link>
    </EmptyState>
  )
}

interface Props {
  opened: ReturnType<typeof useConversation>
  conversation: Listed
}

function Present({ opened, conversation }: Props) {
  const name = conversationName(conversation)
  useTitle(name)
  const hasTwo = useMedia(widths.two)
  const hasThree = useMedia(widths.three)
  const [isPanelOpen, setPanelOpen] = useState(true)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const areDetailsOpen = hasThree ? isPanelOpen : isSheetOpen
  const toggle = () => (hasThree ? setPanelOpen(!isPanelOpen) : setSheetOpen(!isSheetOpen))

  return (
    <>
      <main
        aria-label={words.conversation.label(name)}
        className="flex min-w-0 flex-1 flex-col bg-ground"
      >
        <ConversationHeader
          conversation={conversation}
          hasBack={!hasTwo}
          areDetailsOpen={areDetailsOpen}
          onDetails={toggle}
        />
        <Conversation opened={opened} conversation={conversation} />
      </main>
      {hasThree && isPanelOpen && (
        <ErrorBoundary>
          <aside
            aria-label={words.job.panel}
            className="w-[19rem] shrink-0 overflow-y-auto border-line border-s bg-surface"
          >
            <JobPanel conversation={conversation} />
          </aside>
        </ErrorBoundary>
      )}
      {!hasThree && isSheetOpen && (
        <OnDemand of={jobSheet} onFailed={() => setSheetOpen(false)}>
          {JobSheet => <JobSheet conversation={conversation} onClose={() => setSheetOpen(false)} />}
        </OnDemand>
      )}
    </>
  )
}
