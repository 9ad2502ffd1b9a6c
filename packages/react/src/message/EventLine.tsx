import type { Event, Message } from '@parley/protocol/message'
import type { Room } from '../conversation/room.ts'
import { useTabIndex } from '../messageList/reach.ts'
import { exactTimeOf } from '../time/format.ts'
import { eventText } from './eventText.ts'

interface Props {
  message: Message
  event: Event
  room: Pick<Room, 'me' | 'nameOf'>
}

/** What became of the group: nobody said it, so it is no bubble, and there is nothing to do with it. */
export function EventLine({ message, event, room }: Props) {
  const tabIndex = useTabIndex()
  return (
    <p
      data-said
      tabIndex={tabIndex}
      title={exactTimeOf(message.createdAt)}
      className="px-6 -outline-offset-2 pt-1 pb-3 text-center text-small text-soft"
    >
      <bdi>{eventText(message, event, room)}</bdi>
    </p>
  )
}
