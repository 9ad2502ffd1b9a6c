import type { Message, Reaction } from '@parley/protocol/message'
import type { Room } from '../conversation/room.ts'
import { useTabIndex } from '../messageList/reach.ts'
import { words } from '../words/words.ts'

/** Who reacted with what; a click joins in or takes it back. */
export function Reactions({ message, room }: { message: Message; room: Room }) {
  if (message.reactions.length === 0) return null
  return (
    <div className="relative z-1 -mt-1.5 mb-1 flex flex-wrap gap-1 px-2 touch:-mt-2.5 touch:mb-0">
      {message.reactions.map(reaction => (
        <ReactionButton
          key={reaction.emoji}
          reaction={reaction}
          messageId={message.id}
          room={room}
        />
      ))}
    </div>
  )
}

interface Props {
  reaction: Reaction
  messageId: string
  room: Room
}

function ReactionButton({ reaction: { emoji, userIds }, messageId, room }: Props) {
  const isMine = userIds.includes(room.me)
  const tabIndex = useTabIndex()
  const names = words.list(userIds.map(room.nameOf))
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-pressed={isMine}
      aria-label={words.message.reactedWith(emoji, userIds.length, names)}
      title={names}
      onClick={() => room.acts.react(messageId, emoji, !isMine)}
      className="group/reaction inline-flex rounded-full touch:min-w-11 touch:py-1"
    >
      <span
        aria-hidden="true"
        className="inline-flex h-6 min-w-9 flex-1 items-center justify-center gap-1 rounded-full border border-line bg-surface px-1.5 text-small group-hover/reaction:border-edge group-aria-pressed/reaction:border-petrol group-aria-pressed/reaction:bg-chosen touch:h-9"
      >
        <span>{emoji}</span>
        <span className="font-medium text-tiny">{words.number(userIds.length)}</span>
      </span>
    </button>
  )
}
