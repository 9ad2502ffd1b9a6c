import type { Message } from '@parley/protocol/message'
import type { Room } from '../conversation/room.ts'
import { OnDemand } from '../parts/OnDemand.tsx'
import { words } from '../words/words.ts'
import { messageMenu } from './messageMenu.ts'
import type { Point } from './usePress.ts'

interface Props {
  message: Message
  at: Point
  room: Room
  onClosed: (isWriting: boolean) => void
}

/** The menu of a message where it was asked for, which need not be at its button. */
export function MenuAt({ message, at: { x, y }, room, onClosed }: Props) {
  const text = message.content?.text ?? ''
  const trigger = (
    <span
      aria-hidden="true"
      className="pointer-events-none fixed size-0 overflow-hidden"
      style={{ left: x, top: y }}
    >
      {words.message.options}
    </span>
  )
  return (
    <OnDemand of={messageMenu} onFailed={() => onClosed(false)}>
      {Items => (
        <Items message={message} text={text} room={room} trigger={trigger} onClosed={onClosed} />
      )}
    </OnDemand>
  )
}
