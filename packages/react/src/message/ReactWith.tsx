import type { Message } from '@parley/protocol/message'
import type { RefObject } from 'react'
import type { Room } from '../conversation/room.ts'
import { fetchable } from '../parts/fetchable.ts'
import { OnDemand } from '../parts/OnDemand.tsx'

const picker = fetchable(() => import('../emoji/EmojiPicker.tsx').then(file => file.EmojiPicker))

interface Props {
  message: Message
  room: Room
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Any emoji as a reaction, where the quick ones do not say it. */
export function ReactWith({ message, room, ...rest }: Props) {
  function pick(emoji: string) {
    const given = message.reactions.find(each => each.emoji === emoji)
    room.acts.react(message.id, emoji, !given?.userIds.includes(room.me))
  }
  return (
    <OnDemand of={picker} onFailed={rest.onClose}>
      {EmojiPicker => <EmojiPicker onPick={pick} {...rest} />}
    </OnDemand>
  )
}
