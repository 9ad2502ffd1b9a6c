import type { ReactNode } from 'react'
import { useTabIndex } from '../messageList/reach.ts'

interface Props {
  isMine: boolean
  /** Of what one person said in one go. */
  isFirst: boolean
  isLast: boolean
  /** Who said it and when, for those who do not see on which side it stands. */
  label: string
  /** The id of what was said, which is read after the label. */
  describedBy?: string | undefined
  /** Stands beside the bubble, towards the middle. */
  aside?: ReactNode
  /** Stands below the bubble. */
  below?: ReactNode
  look?: keyof typeof looks
  children: ReactNode
}

const looks = {
  mine: 'bg-mine text-on-mine',
  other: 'bg-raised border border-line',
  gone: 'border border-dashed border-edge text-soft',
} as const

/**
 * One thing that was said: on whose side, in what shape. Whatever letters stack up in it stay
 * within its shape.
 */
export function BubbleFrame(props: Props) {
  const { isMine, isFirst, isLast, label, describedBy, aside, below, look, children } = props
  const tabIndex = useTabIndex()
  return (
    <article
      data-said
      tabIndex={tabIndex}
      aria-label={label}
      aria-describedby={describedBy}
      className={`group flex flex-col px-3 -outline-offset-2 two:px-6 ${isMine ? 'items-end' : 'items-start'} ${isLast ? 'pb-3' : 'pb-0.5'}`}
    >
      <div
        className={`flex max-w-full items-center gap-1 ${isMine ? 'flex-row-reverse' : ''} ${room(isMine, aside !== undefined)}`}
      >
        <div
          className={`min-w-0 max-w-[36rem] overflow-clip rounded-bubble px-3 py-1.5 touch:select-none touch:[-webkit-touch-callout:none] ${corners(isMine, isFirst)} ${looks[look ?? (isMine ? 'mine' : 'other')]}`}
        >
          {children}
        </div>
        {aside}
      </div>
      {below}
    </article>
  )
}

/** Square towards the speaker, so that all they said in one go reads as one piece. */
function corners(isMine: boolean, isFirst: boolean): string {
  if (isMine) return isFirst ? 'rounded-ee-corner' : 'rounded-e-corner'
  return isFirst ? 'rounded-es-corner' : 'rounded-s-corner'
}

/** Towards the middle: as much without anything beside it, which may come once it is sent. */
function room(isMine: boolean, hasAside: boolean): string {
  if (isMine) return hasAside ? 'ps-6 touch:ps-0' : 'ps-14 touch:ps-12'
  return hasAside ? 'pe-6 touch:pe-0' : 'pe-14 touch:pe-12'
}
