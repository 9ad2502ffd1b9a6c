import { Mark } from '@parley/react/icons/Mark'
import { ParleyProvider } from '@parley/react/ParleyProvider'
import { Button } from '@parley/react/parts/Button'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { Notices } from '@parley/react/parts/Notices'
import { useReadable } from '@parley/react/useReadable'
import { useState } from 'react'
import { SignInScreen } from './account/SignInScreen.tsx'
import { resume, session } from './account/session.ts'
import { Attention } from './attention/Attention.tsx'
import { routes } from './shell/routes.ts'
import { Shell } from './shell/Shell.tsx'
import { words } from './words/words.ts'

export function App() {
  const now = useReadable(session)
  const [hasBeenOut, setBeenOut] = useState(false)
  if (now.state === 'out' && !hasBeenOut) setBeenOut(true)
  switch (now.state) {
    case 'starting':
      return <Starting />
    case 'unreachable':
      return (
        <main className="flex h-full bg-surface">
          <EmptyState heading="h1" title={words.app} text={now.problem}>
            <Button onClick={resume}>{words.tryAgain}</Button>
          </EmptyState>
        </main>
      )
    case 'out':
      return <SignInScreen notice={now.notice} />
    case 'in':
      return (
        <ParleyProvider client={now.client} navigation={routes}>
          <Attention />
          <Shell isDemo={now.isDemo} isEntry={hasBeenOut} />
          <Notices />
        </ParleyProvider>
      )
  }
}

/** Nothing for a moment; the mark when it takes longer. */
function Starting() {
  return (
    <main className="flex h-full items-center justify-center">
      <span className="animate-late">
        <Mark size={56} />
      </span>
    </main>
  )
}
