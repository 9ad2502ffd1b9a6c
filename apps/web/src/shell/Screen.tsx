import { NoConversations } from '@parley/react/list/NoConversations'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { NothingHere } from '@parley/react/parts/NothingHere'
import { useConversations } from '@parley/react/useConversations'
import type { ReactNode } from 'react'
import { AdminRoute } from '../admin/AdminRoute.tsx'
import { BulkRoute } from '../bulk/BulkRoute.tsx'
import { ConversationScreen } from '../conversation/ConversationScreen.tsx'
import { PersonRoute } from '../person/PersonRoute.tsx'
import { words } from '../words/words.ts'
import { show } from './overlay.ts'
import type { Route } from './route.ts'
import { useTitle } from './useTitle.ts'

/** What the address leads to. A screen that breaks is another one with the next address. */
export function Screen({ route }: { route: Route }) {
  const key = route.at === 'conversation' ? route.id : route.at
  return (
    <ErrorBoundary key={key} isMain>
      {screenOf(route)}
    </ErrorBoundary>
  )
}

function screenOf(route: Route): ReactNode {
  switch (route.at) {
    case 'conversation':
      return <ConversationScreen id={route.id} seq={route.seq} />
    case 'person':
      return <PersonRoute key={route.userId} userId={route.userId} />
    case 'bulk':
      return <BulkRoute />
    case 'admin':
      return <AdminRoute />
    case 'list':
      return <NothingChosen title={words.conversations.title} />
    case 'archived':
      return <NothingChosen title={words.archived} />
    case 'nowhere':
      return <Nowhere />
  }
}

function NothingChosen({ title }: { title: string }) {
  const { status, items } = useConversations()
  const isFirstTime = status === 'ready' && items.length === 0
  useTitle(title)
  return (
    <main className="flex min-w-0 flex-1 bg-ground">
      {isFirstTime ? (
        <NoConversations heading="h1" onFind={() => show('newConversation')} />
      ) : (
        <EmptyState heading="h1" title={words.conversations.choose} />
      )}
    </main>
  )
}

function Nowhere() {
  useTitle(words.nothingHere.title)
  return (
    <main className="flex min-w-0 flex-1 bg-ground">
      <NothingHere {...words.nothingHere} />
    </main>
  )
}
