import type { ReactNode } from 'react'

interface Props {
  title: string
  text?: string
  /** The only heading of a screen is its first. */
  heading?: 'h1' | 'h2'
  /** It comes in place of what may have had the focus. */
  catchesFocus?: boolean
  /** The one thing to do next. */
  children?: ReactNode
}

export function EmptyState(props: Props) {
  const { title, text, heading: Heading = 'h2', catchesFocus = false, children } = props
  return (
    <div className="flex flex-1 animate-appear flex-col items-center justify-center gap-3 p-8 text-center">
      <span aria-hidden="true" className="relative mb-2 block h-10 w-14">
        <span className="absolute start-0 top-0 h-7 w-9 rounded-bubble rounded-es-corner border-2 border-edge" />
        <span className="absolute end-0 bottom-0 h-7 w-9 rounded-bubble rounded-ee-corner bg-marigold" />
      </span>
      <Heading
        className="max-w-120 text-balance font-semibold text-large outline-none"
        {...(catchesFocus && { ref: catchFocus, tabIndex: -1 })}
      >
        {title}
      </Heading>
      {text && <p className="max-w-80 text-soft">{text}</p>}
      {children}
    </div>
  )
}

/** Focus that went with what stood here before would be nowhere. */
function catchFocus(heading: HTMLHeadingElement | null): void {
  if (document.activeElement === document.body) heading?.focus()
}
