import type { Message } from '@parley/protocol/message'
import type { Room } from '../conversation/room.ts'
import { CloseIcon } from '../icons/CloseIcon.tsx'
import { EditIcon } from '../icons/EditIcon.tsx'
import { ReplyIcon } from '../icons/ReplyIcon.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { words } from '../words/words.ts'

interface Props {
  replyTo: Message | undefined
  editing: Message | undefined
  room: Pick<Room, 'me' | 'nameOf' | 'messages'>
  onCancel: () => void
}

/** What the next Enter does, when it is more than sending: answer a message, or change one. */
export function ComposerMode({ replyTo, editing, room, onCancel }: Props) {
  const about = editing ?? (replyTo && current(replyTo, room.messages))
  if (!about) return null
  const toWhom =
    about.senderId === room.me
      ? words.composer.replyingToSelf
      : words.composer.replyingTo(room.nameOf(about.senderId))
  return (
    <div className="flex items-center gap-3 border-line border-b px-3 py-1.5 two:px-6">
      <span className="text-petrol">{editing ? <EditIcon /> : <ReplyIcon />}</span>
      <p role="status" className="min-w-0 flex-1 border-marigold border-s-3 ps-2.5 text-small">
        <span className="block font-semibold">{editing ? words.composer.editing : toWhom}</span>
        <span dir="auto" className="block truncate text-soft">
          {about.content?.text ?? words.message.removed}
        </span>
      </p>
      <IconButton label={words.cancel} icon={<CloseIcon />} onClick={onCancel} />
    </div>
  )
}

/** As it reads by now, where it is loaded: it may have been edited since it was chosen. */
function current(replyTo: Message, messages: readonly Message[]): Message {
  return messages.findLast(({ id }) => id === replyTo.id) ?? replyTo
}
