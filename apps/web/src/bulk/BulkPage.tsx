import { BackIcon } from '@parley/react/icons/BackIcon'
import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useTitle } from '../shell/useTitle.ts'
import { words } from '../words/words.ts'

interface Props {
  title: string
  /** Where one came from; without it, the conversations, which wide screens show anyway. */
  back?: { href: string; label: string }
  /** Beside the title: what can be done here. */
  acts?: ReactNode
  /** Room for two columns, where there is. */
  isWide?: boolean
  children: ReactNode
}

/** A page beside the conversations where there is room, and alone where there is not. */
export function BulkPage({ title, back, acts, isWide = false, children }: Props) {
  useTitle(title)
  const hasTwo = useMedia(widths.two)
  const heading = useRef<HTMLHeadingElement>(null)
  // What was clicked to come here is gone; those who listen hear where they are.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const way = back ?? (hasTwo ? undefined : { href: '/', label: words.conversation.back })

  return (
    <>
      <header className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-2 py-2 two:px-6">
        {way && (
          <Link
            href={way.href}
            aria-label={way.label}
            title={way.label}
            className="flex size-9 items-center justify-center rounded-control text-soft hover:bg-hover hover:text-ink touch:size-11"
          >
            <BackIcon />
          </Link>
        )}
        <h1
          ref={heading}
          tabIndex={-1}
          className={`min-w-0 flex-auto font-semibold text-large outline-none ${way ? '' : 'ps-2 two:ps-0'}`}
        >
          {title}
        </h1>
        {acts && (
          <div className="ms-auto flex flex-wrap items-center gap-3 pe-2 two:pe-0">{acts}</div>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 two:px-6">
        <div className={`mx-auto flex w-full flex-col gap-6 ${isWide ? 'max-w-6xl' : 'max-w-3xl'}`}>
          {children}
        </div>
      </div>
    </>
  )
}
