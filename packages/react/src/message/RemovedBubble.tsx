import { useLayoutEffect } from 'react'
import type { Room } from '../conversation/room.ts'
import { useGoneWithFocus } from '../parts/useGoneWithFocus.ts'
import { words } from '../words/words.ts'
import { BubbleFrame } from './BubbleFrame.tsx'

interface Frame {
  isMine: boolean
  isFirst: boolean
  isLast: boolean
  label: string
}

/** What stays of a removed message. */
export function RemovedBubble(frame: Frame) {
  return (
    <BubbleFrame {...frame} look="gone">
      <p>{words.message.removed}</p>
    </BubbleFrame>
  )
}

interface Removing extends Frame {
  messageId: string
  room: Room
}

/** Gone from sight, not yet from the conversation: for five seconds it can come back. */
export function RemovingBubble({ messageId, room, ...frame }: Removing) {
  const { undoRemove, focusComposer } = room.acts
  const undo = useGoneWithFocus<HTMLButtonElement>(focusComposer)

  // The menu that was used is gone with the message: its focus comes here, and moves on. Whoever
  // comes by later and finds this is somewhere else with it.
  useLayoutEffect(() => {
    const { activeElement } = document
    const isLost = activeElement === document.body || activeElement?.closest('[role="menu"]')
    if (isLost) undo.current?.focus({ preventScroll: true })
  }, [undo])

  return (
    <BubbleFrame {...frame} look="gone">
      <p role="status" className="flex items-center gap-2">
        <span>{words.message.removing}</span>
        <button
          ref={undo}
          type="button"
          onClick={() => undoRemove(messageId)}
          className="min-h-6 rounded-item px-1 font-semibold text-petrol underline underline-offset-3 -outline-offset-2 touch:min-h-11"
        >
          {words.message.undo}
        </button>
      </p>
    </BubbleFrame>
  )
}
