import type { Message } from '@parley/protocol/message'
import { useState } from 'react'
import { DownIcon } from '../icons/DownIcon.tsx'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

interface Props {
  room: Room
  isAtEnd: boolean
  onClick: () => void
}

/** The way back to the end, with how many messages of others came since it was left. */
export function LatestPill({ room, isAtEnd, onClick }: Props) {
  const lastSeq = room.messages.at(-1)?.seq ?? 0
  const [seenSeq, setSeenSeq] = useState(lastSeq)
  if (isAtEnd) {
    if (seenSeq !== lastSeq) setSeenSeq(lastSeq)
    return null
  }
  const fresh = countFrom(room.messages, seenSeq, room.me)
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-2 flex justify-center">
      <button
        type="button"
        onClick={onClick}
        aria-label={
          fresh > 0
            ? `${words.conversation.pillLabel(fresh)}. ${words.conversation.latest}`
            : words.conversation.latest
        }
        className="pointer-events-auto inline-flex min-h-9 animate-appear items-center gap-1.5 rounded-full border border-line bg-raised px-3 font-medium text-small shadow-float hover:bg-hover touch:min-h-11"
      >
        {fresh > 0 && <span>{words.conversation.pill(fresh)}</span>}
        <DownIcon />
      </button>
    </div>
  )
}

function countFrom(messages: readonly Message[], seq: number, me: string): number {
  let count = 0
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at]
    if (!message || message.seq <= seq) break
    if (message.senderId !== me && !message.removedAt) count += 1
  }
  return count
}
