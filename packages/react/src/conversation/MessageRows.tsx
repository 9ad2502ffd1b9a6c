import type { Virtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { MessageRow } from './MessageRow.tsx'
import type { Room } from './room.ts'
import type { Row } from './rows.ts'

interface Props {
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  room: Room
  removing: ReadonlySet<string>
  /** The message that was just jumped to. */
  litId: string | undefined
  /** What stands above the first row. */
  children: ReactNode
}

/** The rows in and near the view, each where all the others would put it. */
export function MessageRows({ rows, virtualizer, room, removing, litId, children }: Props) {
  return (
    // A short conversation stands at the end too, by its margin.
    <div className="relative mt-auto shrink-0" style={{ height: virtualizer.getTotalSize() }}>
      {children}
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        if (!row) return null
        const messageId = row.kind === 'message' ? row.message.id : ''
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={`absolute inset-x-0 top-0 ${messageId && messageId === litId ? 'animate-found' : ''}`}
            style={{ transform: `translateY(${start}px)` }}
          >
            <MessageRow row={row} room={room} isRemoving={removing.has(messageId)} />
          </div>
        )
      })}
    </div>
  )
}
