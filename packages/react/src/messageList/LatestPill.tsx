import type { Message } from '@parley/protocol/message'
import { useState } from 'react'
import { DownIcon } from '../icons/DownIcon.tsx'
import { words } from '../words/words.ts'
import { countAfter } from './news.ts'

interface Props {
  /** The newest messages, whatever is looked at. */
  tail: readonly Message[]
  me: string
  isAtEnd: boolean
  onClick: () => void
}

/** The way back to the end, with how many messages of others came since it was left. */
export function LatestPill({ tail, me, isAtEnd, onClick }: Props) {
  const lastSeq = tail.at(-1)?.seq ?? 0
  const [seenSeq, setSeenSeq] = useState(lastSeq)
  if (isAtEnd) {
    if (seenSeq !== lastSeq) setSeenSeq(lastSeq)
    return null
  }
  const fresh = countAfter(tail, seenSeq, me)
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={
        fresh > 0
          ? `${words.conversation.pillLabel(fresh)}. ${words.conversation.latest}`
          : words.conversation.latest
      }
      className="pointer-events-auto inline-flex min-h-9 animate-rise items-center gap-1.5 rounded-full border border-line bg-raised px-3 font-medium text-small shadow-float hover:bg-hover touch:min-h-11"
    >
      {fresh > 0 && <span>{words.conversation.pill(fresh)}</span>}
      <DownIcon />
    </button>
  )
}
