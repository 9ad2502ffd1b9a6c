import type { ReactNode } from 'react'
import { RichText } from './RichText.tsx'

interface Props {
  text: string
  isMine: boolean
  /** When it was said and how far it came: beside a short text, below a long one. */
  children: ReactNode
}

export function BubbleText({ text, isMine, children }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-end gap-x-3">
      <p dir="auto" className="min-w-0 max-w-full grow whitespace-pre-wrap">
        <RichText text={text} />
      </p>
      <span
        className={`inline-flex h-5 shrink-0 items-center gap-1 text-tiny ${isMine ? 'text-on-mine-soft' : 'text-soft'}`}
      >
        {children}
      </span>
    </div>
  )
}
