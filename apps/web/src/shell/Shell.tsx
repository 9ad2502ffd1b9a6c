/**
 * Conversations, the conversation, its details: three columns, two, or one at a time. What is
 * shown stands in the address alone, so Back, reload and links just work.
 */

import { ConnectionBanner } from '@parley/react/connection/ConnectionBanner'
import { SlowNotice } from '@parley/react/connection/SlowNotice'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { useMemo } from 'react'
import { usePathname } from 'wouter/use-browser-location'
import { Undo } from '../bulk/undo/Undo.tsx'
import { pane } from '../conversation/pane.ts'
import { KeepingNotice } from '../offline/KeepingNotice.tsx'
import { registerWorker } from '../offline/registerWorker.ts'
import { useBackgroundSync } from '../offline/useBackgroundSync.ts'
import { useLeaveWarning } from '../offline/useLeaveWarning.ts'
import { useArrival } from './arrival.ts'
import { useShortcuts } from './keys/useShortcuts.ts'
import { ListColumn } from './ListColumn.tsx'
import { NewRelease } from './NewRelease.tsx'
import { Overlays } from './Overlays.tsx'
import { show } from './overlay.ts'
import { isList, routeOf } from './route.ts'
import { Screen } from './Screen.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import { useOnceListed } from './useOnceListed.ts'

interface Props {
  isDemo: boolean
  /** Whoever is here has just signed in. */
  isEntry: boolean
}

export function Shell({ isDemo, isEntry }: Props) {
  const pathname = usePathname()
  const route = useMemo(() => routeOf(pathname), [pathname])
  const hasTwoColumns = useMedia(widths.two)
  const isListShown = route.at !== 'admin' && (hasTwoColumns || isList(route))
  useLeaveWarning()
  useBackgroundSync({ isDemo })
  useArrival(route, isEntry)
  useShortcuts()
  useOnceListed(fetchTheRest)
  // Every screen has one main part; where the list stands alone, it is that.
  const ListFrame = hasTwoColumns ? 'div' : 'main'

  return (
    <div className="flex h-full flex-col pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)]">
      <SkipLinks isConversation={route.at === 'conversation'} />
      <ConnectionBanner />
      <SlowNotice />
      <KeepingNotice />
      <NewRelease />
      <div className="flex min-h-0 flex-1">
        {isListShown && (
          <ListFrame className="contents">
            <ErrorBoundary isHome>
              <ListColumn
                chosenId={route.at === 'conversation' ? route.id : undefined}
                isDemo={isDemo}
                isAlone={!hasTwoColumns}
                onOpen={() => show('newConversation')}
              />
            </ErrorBoundary>
          </ListFrame>
        )}
        {(hasTwoColumns || !isList(route)) && <Screen route={route} />}
      </div>
      <Undo />
      <Overlays />
    </div>
  )
}

function fetchTheRest(): void {
  pane.prefetch()
  registerWorker()
}
