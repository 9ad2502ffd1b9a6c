/**
 * Conversations, the conversation, its details: three columns, two, or one at a time. Which
 * conversation is open stands in the address alone, so Back, reload and links just work.
 */

import { ConnectionBanner } from '@parley/react/connection/ConnectionBanner'
import { SlowNotice } from '@parley/react/connection/SlowNotice'
import { NoConversations } from '@parley/react/list/NoConversations'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { fetchable } from '@parley/react/parts/fetchable'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { useConversations } from '@parley/react/useConversations'
import { useState } from 'react'
import { Route, Switch, useLocation, useRoute } from 'wouter'
import { AdminRoute } from '../admin/AdminRoute.tsx'
import { BulkRoute } from '../bulk/BulkRoute.tsx'
import { Undo } from '../bulk/undo/Undo.tsx'
import { ConversationScreen } from '../conversation/ConversationScreen.tsx'
import { KeepingNotice } from '../offline/KeepingNotice.tsx'
import { useBackgroundSync } from '../offline/useBackgroundSync.ts'
import { useLeaveWarning } from '../offline/useLeaveWarning.ts'
import { words } from '../words/words.ts'
import { ListColumn } from './ListColumn.tsx'

const newConversation = fetchable(() =>
  import('../newConversation/NewConversation.tsx').then(file => file.NewConversation),
)

export function Shell({ isDemo }: { isDemo: boolean }) {
  const [, navigate] = useLocation()
  const [isOpening, setOpening] = useState(false)
  const hasTwoColumns = useMedia(widths.two)
  const [, chosen] = useRoute('/c/:id')
  const [isAdministering] = useRoute('/admin')
  const [isBulk] = useRoute('/bulk/*?')
  const isListShown = !isAdministering && (hasTwoColumns || !(chosen || isBulk))
  const begin = () => setOpening(true)
  useLeaveWarning()
  useBackgroundSync({ isDemo })
  // Every screen has one main part; where the list stands alone, it is that.
  const ListFrame = hasTwoColumns ? 'div' : 'main'

  return (
    <div className="flex h-full flex-col">
      <ConnectionBanner />
      <SlowNotice />
      <KeepingNotice />
      <div className="flex min-h-0 flex-1">
        {isListShown && (
          <ListFrame className="contents">
            <ErrorBoundary>
              <ListColumn
                chosenId={chosen?.id}
                isDemo={isDemo}
                isAlone={!hasTwoColumns}
                onOpen={begin}
              />
            </ErrorBoundary>
          </ListFrame>
        )}
        <Switch>
          <Route path="/c/:id">
            {({ id }) => (
              <ErrorBoundary key={id}>
                <ConversationScreen id={id} />
              </ErrorBoundary>
            )}
          </Route>
          <Route path="/bulk/*?">
            <ErrorBoundary>
              <BulkRoute />
            </ErrorBoundary>
          </Route>
          <Route path="/admin">
            <ErrorBoundary>
              <AdminRoute />
            </ErrorBoundary>
          </Route>
          <Route>{hasTwoColumns && <NothingChosen onFind={begin} />}</Route>
        </Switch>
      </div>
      <Undo />
      {isOpening && (
        <OnDemand of={newConversation} onFailed={() => setOpening(false)}>
          {NewConversation => (
            <NewConversation
              onClose={() => setOpening(false)}
              onOpened={id => navigate(`/c/${id}`, { state: { fromList: true } })}
            />
          )}
        </OnDemand>
      )}
    </div>
  )
}

function NothingChosen({ onFind }: { onFind: () => void }) {
  const { status, items } = useConversations()
  const isFirstTime = status === 'ready' && items.length === 0
  return (
    <main className="flex flex-1 bg-ground">
      {isFirstTime ? (
        <NoConversations onFind={onFind} />
      ) : (
        <EmptyState title={words.conversations.choose} />
      )}
    </main>
  )
}
