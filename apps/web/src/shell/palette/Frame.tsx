import { useBackCloses } from '@parley/react/parts/useBackCloses'
import * as Radix from 'radix-ui/dialog'
import { type ReactNode, useState } from 'react'

interface Props {
  title: string
  onClose: () => void
  /** It is gone, and the focus is back where it was. */
  onClosed: () => void
  children: ReactNode
}

/** A dialog whose first line is a field: high on a wide screen, all of a narrow one. */
export function Frame({ title, onClose, onClosed, children }: Props) {
  const [opener] = useState(() => document.activeElement)
  useBackCloses(true, onClose)

  function giveFocusBack(event: Event) {
    event.preventDefault()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    onClosed()
  }

  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal>
        <div className="fixed inset-0 z-30 animate-appear bg-veil">
          <Radix.Content
            aria-describedby={undefined}
            onCloseAutoFocus={giveFocusBack}
            className="fixed inset-0 flex animate-appear flex-col overflow-hidden bg-surface pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] shadow-float two:inset-x-0 two:top-[12dvh] two:bottom-auto two:mx-auto two:max-h-[70dvh] two:w-[34rem] two:rounded-card"
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            {children}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}
