/**
 * Conversations, the conversation, its details: three columns, two, or one at a time. Which
 * conversation is open stands in the address alone, so Back, reload and links just work.
 */
import { lazy, Suspense, useState } from 'react'
import { Route, Switch, useLocation, useRoute } from 'wouter'
import { ConversationScreen } from '../conversation/ConversationScreen.tsx'
import { ConversationList } from '../list/ConversationList.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { words } from '../words/words.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { useMedia } from './useMedia.ts'
import { widths } from './widths.ts'

const NewConversation = lazy(() =>
  import('../newConversation/NewConversation.tsx').then(file => ({
    default: file.NewConversation,
  })),
)

export function Shell({ isDemo }: { isDemo: boolean }) {
  const [, navigate] = useLocation()
  const [isOpening, setOpening] = useState(false)
  const hasTwoColumns = useMedia(widths.two)
  const [, chosen] = useRoute('/c/:id')
  const isListShown = hasTwoColumns || !chosen
  const begin = () => setOpening(true)

  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        {isListShown && (
          <ErrorBoundary>
            <ConversationList chosenId={chosen?.id} isDemo={isDemo} onOpen={begin} />
          </ErrorBoundary>
        )}
        <Switch>
          <Route path="/c/:id">
            {({ id }) => (
              <ErrorBoundary key={id}>
                <ConversationScreen id={id} />
              </ErrorBoundary>
            )}
          </Route>
          <Route>{hasTwoColumns && <NothingChosen onOpen={begin} />}</Route>
        </Switch>
      </div>
      {isOpening && (
        <Suspense>
          <NewConversation
            onClose={() => setOpening(false)}
            onOpened={id => navigate(`/c/${id}`, { state: { fromList: true } })}
          />
        </Suspense>
      )}
    </div>
  )
}

function NothingChosen({ onOpen }: { onOpen: () => void }) {
  return (
    <main className="flex flex-1 bg-ground">
      <EmptyState title={words.conversations.choose} text={words.conversations.chooseText}>
        <Button kind="quiet" onClick={onOpen}>
          {words.conversations.open}
        </Button>
      </EmptyState>
    </main>
  )
}
