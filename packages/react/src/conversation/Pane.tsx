import type { CSSProperties, ReactNode, Ref } from 'react'
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx'
import { SlowNotice } from '../connection/SlowNotice.tsx'
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx'
import { Layer } from '../parts/Layer.tsx'
import { Notices } from '../parts/Notices.tsx'

/** How a conversation stands in its page. */
export interface Placing {
  /**
   * It is what its page is about, and the page is Parley's own: a `main` with the first heading,
   * which says nothing of the connection since its page does.
   */
  isMain?: boolean | undefined
  /** Of the whole, for its size; otherwise it fills the place that it is given. */
  style?: CSSProperties | undefined
}

interface Props extends Placing {
  ref?: Ref<HTMLDivElement>
  children: ReactNode
}

/** The place of a conversation; whatever breaks in it breaks nothing around it. */
export function Pane({ ref, isMain = false, style, children }: Props) {
  const content = <ErrorBoundary isMain={isMain}>{children}</ErrorBoundary>
  return (
    <div
      ref={ref}
      className={isMain ? 'parley flex min-h-0 min-w-0 flex-1' : 'parley'}
      style={style}
    >
      {isMain ? content : <Layer over={<Notices />}>{content}</Layer>}
    </div>
  )
}

interface FrameProps {
  isMain: boolean | undefined
  label?: string
  children: ReactNode
}

/** The part of it that is talked in. */
export function Frame({ isMain, label, children }: FrameProps) {
  const Element = isMain ? 'main' : 'section'
  return (
    <Element aria-label={label} className="flex min-w-0 flex-1 flex-col bg-ground">
      {!isMain && (
        <>
          <ConnectionBanner />
          <SlowNotice />
        </>
      )}
      {children}
    </Element>
  )
}
