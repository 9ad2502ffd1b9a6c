import type { Message } from '@parley/protocol/message'
import * as Radix from 'radix-ui/dropdown-menu'
import { type ReactNode, useRef } from 'react'
import { CopyIcon } from '../icons/CopyIcon.tsx'
import { EditIcon } from '../icons/EditIcon.tsx'
import { RemoveIcon } from '../icons/RemoveIcon.tsx'
import { ReplyIcon } from '../icons/ReplyIcon.tsx'
import { Menu, MenuItem, MenuLine } from '../parts/Menu.tsx'
import { words } from '../words/words.ts'
import { BulkItems } from './BulkItems.tsx'
import { copyText } from './copyText.ts'
import { quickReactions } from './emoji.ts'
import type { Room } from './room.ts'

interface Props {
  message: Message
  text: string
  room: Room
  trigger: ReactNode
}

export function MessageMenuItems({ message, text, room, trigger }: Props) {
  const { acts, me } = room
  const isMine = message.senderId === me
  const leadsToComposer = useRef(false)
  const write = (act: (message: Message) => void) => {
    leadsToComposer.current = true
    act(message)
  }
  const onClosed = (event: Event) => {
    if (!leadsToComposer.current) return
    leadsToComposer.current = false
    event.preventDefault()
    acts.focusComposer()
  }
  return (
    <Menu trigger={trigger} landmark="main" align={isMine ? 'end' : 'start'} onClosed={onClosed}>
      <QuickReactions message={message} room={room} />
      <MenuLine />
      <MenuItem icon={<ReplyIcon />} onSelect={() => write(acts.reply)}>
        {words.message.reply}
      </MenuItem>
      <MenuItem icon={<CopyIcon />} onSelect={() => copyText(text)}>
        {words.message.copy}
      </MenuItem>
      {isMine && (
        <>
          <MenuItem icon={<EditIcon />} onSelect={() => write(acts.edit)}>
            {words.message.edit}
          </MenuItem>
          <MenuItem icon={<RemoveIcon />} isDanger onSelect={() => acts.remove(message.id)}>
            {words.message.remove}
          </MenuItem>
        </>
      )}
      {message.bulk && !isMine && <BulkItems message={message} room={room} />}
    </Menu>
  )
}

function QuickReactions({ message, room }: { message: Message; room: Room }) {
  return (
    <Radix.Group className="flex gap-0.5">
      {quickReactions.map(emoji => {
        const reaction = message.reactions.find(each => each.emoji === emoji)
        const isMine = reaction?.userIds.includes(room.me) ?? false
        return (
          <Radix.Item
            key={emoji}
            aria-label={isMine ? words.message.unreact(emoji) : words.message.react(emoji)}
            onSelect={() => room.acts.react(message.id, emoji, !isMine)}
            className={`flex size-9 items-center justify-center rounded-[5px] text-large outline-none data-highlighted:bg-chosen touch:size-11 ${isMine ? 'bg-chosen' : ''}`}
          >
            {emoji}
          </Radix.Item>
        )
      })}
    </Radix.Group>
  )
}
