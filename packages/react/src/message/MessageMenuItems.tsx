import type { Message } from '@parley/protocol/message'
import * as Radix from 'radix-ui/dropdown-menu'
import { type ReactNode, useRef } from 'react'
import type { Room } from '../conversation/room.ts'
import { CopyIcon } from '../icons/CopyIcon.tsx'
import { EditIcon } from '../icons/EditIcon.tsx'
import { LinkIcon } from '../icons/LinkIcon.tsx'
import { PlusIcon } from '../icons/PlusIcon.tsx'
import { RemoveIcon } from '../icons/RemoveIcon.tsx'
import { ReplyIcon } from '../icons/ReplyIcon.tsx'
import { TicksIcon } from '../icons/TicksIcon.tsx'
import { useNavigation } from '../navigation/navigation.ts'
import { Menu, MenuItem, MenuLine } from '../parts/Menu.tsx'
import { words } from '../words/words.ts'
import { BulkItems } from './BulkItems.tsx'
import { copyLink, copyText } from './copyText.ts'
import { quickReactions } from './emoji.ts'
import { isReadTold } from './progress.ts'

interface Props {
  message: Message
  text: string
  room: Room
  trigger: ReactNode
  /** Gives the focus back, where the button that it belongs to does not; unless one writes now. */
  onClosed?: (isWriting: boolean) => void
}

export function MessageMenuItems({ message, text, room, trigger, onClosed }: Props) {
  const { acts, me } = room
  const navigation = useNavigation()
  const isMine = message.senderId === me
  const leadsToComposer = useRef(false)
  const write = (act: (message: Message) => void) => {
    leadsToComposer.current = true
    act(message)
  }
  const giveFocusBack = (event: Event) => {
    const isWriting = leadsToComposer.current
    if (!isWriting && !onClosed) return
    event.preventDefault()
    onClosed?.(isWriting)
    if (isWriting) acts.focusComposer()
    leadsToComposer.current = false
  }
  return (
    <Menu
      trigger={trigger}
      landmark="main"
      align={isMine && !onClosed ? 'end' : 'start'}
      onClosed={giveFocusBack}
    >
      <QuickReactions message={message} room={room} />
      <MenuLine />
      <MenuItem icon={<ReplyIcon />} onSelect={() => write(acts.reply)}>
        {words.message.reply}
      </MenuItem>
      <MenuItem icon={<CopyIcon />} onSelect={() => copyText(text)}>
        {words.message.copy}
      </MenuItem>
      {navigation && (
        <MenuItem
          icon={<LinkIcon />}
          onSelect={() => copyLink(navigation.hrefOf(placeOf(message)))}
        >
          {words.message.copyLink}
        </MenuItem>
      )}
      {isReadTold(room) && (
        <MenuItem icon={readIcon} onSelect={() => acts.ask({ kind: 'readBy', message })}>
          {words.message.readBy}
        </MenuItem>
      )}
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

function placeOf({ conversationId, seq }: Message) {
  return { at: 'conversation', id: conversationId, seq } as const
}

/** As wide as the others, which are drawn larger. */
const readIcon = (
  <span className="flex size-5 items-center justify-center">
    <TicksIcon />
  </span>
)

const reaction =
  'flex size-9 items-center justify-center rounded-item text-large -outline-offset-2 focus-visible:outline-hidden data-highlighted:bg-chosen touch:size-11'

function QuickReactions({ message, room }: { message: Message; room: Room }) {
  return (
    <Radix.Group className="flex gap-0.5">
      {quickReactions.map(emoji => {
        const given = message.reactions.find(each => each.emoji === emoji)
        const isMine = given?.userIds.includes(room.me) ?? false
        return (
          <Radix.Item
            key={emoji}
            aria-label={isMine ? words.message.unreact(emoji) : words.message.react(emoji)}
            onSelect={() => room.acts.react(message.id, emoji, !isMine)}
            className={`${reaction} ${isMine ? 'bg-chosen' : ''}`}
          >
            {emoji}
          </Radix.Item>
        )
      })}
      <Radix.Item
        aria-label={words.message.reactMore}
        onSelect={() => room.acts.ask({ kind: 'react', message })}
        className={`${reaction} text-soft`}
      >
        <PlusIcon />
      </Radix.Item>
    </Radix.Group>
  )
}
