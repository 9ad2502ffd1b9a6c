/**
 * A modal dialog. Only lazily loaded files import it, so that Radix is fetched when the first
 * one opens. The veil is a plain element: Radix' own locks the page's scrolling with a style
 * element, which a policy may forbid, and our own page does not scroll.
 */
import * as Radix from 'radix-ui/dialog'
import { type ReactNode, type RefObject, useState } from 'react'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { words } from '../words/words.ts'
import { IconButton } from './IconButton.tsx'
import { useLayer } from './layer.ts'
import { useBackCloses } from './useBackCloses.ts'

const shapes = {
  card: 'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-card two:inset-0 two:m-auto two:h-fit two:w-[28rem] two:rounded-card animate-rise',
  sheet: 'inset-y-0 end-0 w-full two:w-[22rem] animate-enter',
} as const

interface Props {
  title: string
  text?: string
  shape?: keyof typeof shapes
  onClose: () => void
  /** Where focus goes when what opened it is gone by then. */
  focusOtherwise?: RefObject<HTMLElement | null> | undefined
  children: ReactNode
}

export function Dialog({ title, text, shape = 'card', onClose, focusOtherwise, children }: Props) {
  const layer = useLayer()
  useBackCloses(true, onClose)
  const [opener] = useState(() => document.activeElement)
  const giveFocusBack = () => {
    const isThere = opener instanceof HTMLElement && opener.isConnected
    const place = isThere ? opener : focusOtherwise?.current
    place?.focus()
  }
  return (
    <Radix.Root open onOpenChange={open => !open && onClose()}>
      <Radix.Portal container={layer}>
        <div className="fixed inset-0 z-30 animate-appear bg-veil">
          <Radix.Content
            className={`fixed flex flex-col overflow-hidden bg-surface shadow-float ${shapes[shape]}`}
            onCloseAutoFocus={giveFocusBack}
            {...(text ? {} : { 'aria-describedby': undefined })}
          >
            <header
              className={`flex shrink-0 items-center gap-2 border-line border-b py-2 pe-2 ${shape === 'sheet' ? 'ps-4' : 'ps-5'}`}
            >
              <Radix.Title className="line-clamp-3 flex-1 py-1.5 font-semibold text-large">
                {title}
              </Radix.Title>
              <Radix.Close asChild>
                <IconButton label={words.close} icon={<CloseIcon />} />
              </Radix.Close>
            </header>
            <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
              {text && (
                <Radix.Description className="px-5 pt-4 text-soft">{text}</Radix.Description>
              )}
              {children}
            </div>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}
