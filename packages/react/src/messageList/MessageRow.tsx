import { memo } from 'react'
import type { Room } from '../conversation/room.ts'
import { EventLine } from '../message/EventLine.tsx'
import { MessageBubble } from '../message/MessageBubble.tsx'
import { OutgoingBubble } from '../message/OutgoingBubble.tsx'
import type { Tick } from '../message/tickOf.ts'
import { dayOf } from '../time/format.ts'
import { words } from '../words/words.ts'
import { Reach } from './reach.ts'
import type { Row } from './rows.ts'

interface Props {
  row: Row
  room: Room
  tick: Tick | undefined
  isRemoving: boolean
  /** The focus is in it. */
  isEntered: boolean
}

/** Drawn again only when something of it has changed: all of these stay the same otherwise. */
export const MessageRow = memo(function MessageRow({ isEntered, ...props }: Props) {
  return (
    <Reach value={isEntered}>
      <Shown {...props} />
    </Reach>
  )
})

function Shown({ row, room, tick, isRemoving }: Omit<Props, 'isEntered'>) {
  switch (row.kind) {
    case 'day':
      return <DayDivider at={row.at} />
    case 'new':
      return <NewDivider />
    case 'message':
      return row.message.event ? (
        <EventLine message={row.message} event={row.message.event} room={room} />
      ) : (
        <MessageBubble
          message={row.message}
          isFirst={row.isFirst}
          isLast={row.isLast}
          isRemoving={isRemoving}
          tick={tick}
          room={room}
        />
      )
    case 'outgoing':
      return (
        <OutgoingBubble
          outgoing={row.outgoing}
          isFirst={row.isFirst}
          isLast={row.isLast}
          room={room}
        />
      )
  }
}

function DayDivider({ at }: { at: string }) {
  return (
    <h2 className="py-3 text-center font-medium text-small text-soft">
      <time dateTime={at.slice(0, 10)}>{dayOf(at)}</time>
    </h2>
  )
}

function NewDivider() {
  return (
    <div className="flex items-center gap-3 px-4 py-2 two:px-6">
      <span className="h-px flex-1 bg-marigold" />
      <h2 className="rounded-full bg-marigold px-2.5 font-semibold text-on-marigold text-tiny leading-5">
        {words.conversation.fresh}
      </h2>
      <span className="h-px flex-1 bg-marigold" />
    </div>
  )
}
