import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { type Fetchable, fetchable } from '@parley/react/parts/fetchable'
import { warn } from '@parley/react/parts/notices'
import { OnDemand } from '@parley/react/parts/OnDemand'
import { useReadable } from '@parley/react/useReadable'
import { type ReactNode, useEffect } from 'react'
import { words } from '../words/words.ts'
import { close, type Overlay, overlay } from './overlay.ts'
import { routes } from './routes.ts'

type Shown = (props: { onClose: () => void }) => ReactNode

const newConversation: Fetchable<Shown> = fetchable(async () => {
  const { NewConversation } = await import('../newConversation/NewConversation.tsx')
  return ({ onClose }) => (
    <NewConversation onClose={onClose} onOpened={id => routes.go({ at: 'conversation', id })} />
  )
})

const overlays: Record<Overlay, Fetchable<Shown>> = {
  newConversation,
  palette: fetchable(() => import('./palette/Palette.tsx').then(file => file.Palette)),
  keys: fetchable(() => import('./keys/ShortcutHelp.tsx').then(file => file.ShortcutHelp)),
  signOut: fetchable(() => import('../account/SignOut.tsx').then(file => file.SignOut)),
}

/** What was asked for over the page; one that breaks goes, and the page stays. */
export function Overlays() {
  const shown = useReadable(overlay)
  // What one person opened is not there for the next.
  useEffect(() => close, [])
  if (!shown) return null
  return (
    <ErrorBoundary key={shown} instead={nothing} onBroken={goneBroken}>
      <OnDemand of={overlays[shown]} onFailed={close}>
        {Shown => <Shown onClose={close} />}
      </OnDemand>
    </ErrorBoundary>
  )
}

const nothing = () => null

function goneBroken(): void {
  close()
  warn(words.shell.overlayBroken)
}
