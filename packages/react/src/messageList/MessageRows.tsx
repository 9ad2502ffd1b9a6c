import type { Participant } from '@parley/protocol/participant'
import type { Virtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import type { Room } from '../conversation/room.ts'
import { type Tick, tickOf } from '../message/tickOf.ts'
import { MessageRow } from './MessageRow.tsx'
import type { Row } from './rows.ts'

interface Props {
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  room: Room
  /** How far they have read says how far what is mine has come. */
  others: readonly Participant[]
  removing: ReadonlySet<string>
  /** The row that was just jumped to. */
  litKey: string | undefined
  /** The row that the focus is in. */
  focusedKey: string | undefined
  /** What stands above the first row. */
  children: ReactNode
}

/** The rows in and near the view, each where all the others would put it. */
export function MessageRows(props: Props) {
  const { rows, virtualizer, room, others, removing, litKey, focusedKey, children } = props
  return (
    // A short conversation stands at the end too, by its margin. A row that grew and is not measured
    // again yet makes the list no longer: its end would not be where the rows' sizes say it is.
    <div
      className="relative mt-auto shrink-0 overflow-clip"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {children}
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        if (!row) return null
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={`absolute inset-x-0 top-0 ${row.key === litKey ? 'animate-found' : ''}`}
            style={{ transform: `translateY(${start}px)` }}
          >
            <MessageRow
              row={row}
              room={room}
              tick={tickFor(row, room.me, others)}
              isRemoving={row.kind === 'message' && removing.has(row.message.id)}
              isEntered={row.key === focusedKey}
            />
          </div>
        )
      })}
    </div>
  )
}

function tickFor(row: Row, me: string, others: readonly Participant[]): Tick | undefined {
  const isMine = row.kind === 'message' && row.message.senderId === me
  return isMine ? tickOf(row.message, others) : undefined
}
