import type { Outgoing } from '@parley/client/outbox'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { MessageRow } from '../messageList/MessageRow.tsx'
import { useRows } from '../messageList/useRows.ts'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

interface Props {
  name: string
  room: Room
  outgoing: readonly Outgoing[]
  /** What is said in place of the messages. */
  children: ReactNode
}

const nothing: [] = []

/** While the messages are not here: why, and below it what one writes meanwhile. */
export function HistoryToCome({ name, room, outgoing, children }: Props) {
  const { me, acts } = room
  const written = useWritten(outgoing)
  const rows = useRows({
    me,
    messages: nothing,
    outgoing: written,
    complete: false,
    firstUnread: undefined,
  })
  const scroller = useRef<HTMLDivElement>(null)

  const lastKey = rows.at(-1)?.key
  useLayoutEffect(() => {
    if (lastKey !== undefined) scroller.current?.scrollTo({ top: 0, behavior: 'instant' })
  }, [lastKey])

  // Whoever is in here by keys when the messages come goes on from the composer.
  const { focusComposer } = acts
  useLayoutEffect(() => {
    const element = scroller.current
    return () => {
      if (element?.querySelector(':focus-visible')) focusComposer()
    }
  }, [focusComposer])

  return (
    // From the end upwards, so that the end stays in view as the composer grows.
    <div
      ref={scroller}
      className={`flex min-h-0 flex-1 flex-col-reverse ${rows.length > 0 ? 'overflow-y-auto overscroll-contain' : 'overflow-hidden'}`}
    >
      <div className="flex shrink-0 grow flex-col">
        {children}
        {rows.length > 0 && (
          <div
            role="log"
            aria-live="off"
            aria-label={words.conversation.log(name)}
            className="pb-3"
          >
            {rows.map(row => (
              <MessageRow
                key={row.key}
                row={row}
                room={room}
                tick={undefined}
                isRemoving={false}
                isEntered
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

/**
 * What waits, and what has gone out since: that stays until the history shows it. What failed
 * goes only when it is discarded.
 */
function useWritten(outgoing: readonly Outgoing[]): readonly Outgoing[] {
  const [before, setBefore] = useState(outgoing)
  const [written, setWritten] = useState(outgoing)
  if (outgoing === before) return written
  const waiting = new Set(outgoing.map(({ clientId }) => clientId))
  const sent = written.filter(
    ({ clientId, state }) => state.kind !== 'failed' && !waiting.has(clientId),
  )
  const now = [...sent, ...outgoing].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  setBefore(outgoing)
  setWritten(now)
  return now
}
