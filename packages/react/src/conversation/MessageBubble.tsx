import type { Message } from '@parley/protocol/message'
import { exactTimeOf, timeOf } from '../time/format.ts'
import { words } from '../words/words.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { BubbleText } from './BubbleText.tsx'
import { BulkMark } from './BulkMark.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { Quote } from './Quote.tsx'
import { Reactions } from './Reactions.tsx'
import { RemovedBubble, RemovingBubble } from './RemovedBubble.tsx'
import type { Room } from './room.ts'
import { Ticks } from './Ticks.tsx'
import { tickOf } from './tickOf.ts'

interface Props {
  message: Message
  isFirst: boolean
  isLast: boolean
  isRemoving: boolean
  room: Room
}

export function MessageBubble({ message, isFirst, isLast, isRemoving, room }: Props) {
  const { content, senderId, createdAt, replyTo } = message
  const isMine = senderId === room.me
  const label = words.message.label(room.nameOf(senderId), timeOf(createdAt))
  const frame = { isMine, isLast, label }
  if (!content) return <RemovedBubble {...frame} />
  if (isRemoving) return <RemovingBubble {...frame} messageId={message.id} room={room} />
  return (
    <BubbleFrame
      {...frame}
      aside={<MessageMenu message={message} text={content.text} room={room} />}
      below={<Reactions message={message} room={room} />}
    >
      {room.isGroup && isFirst && !isMine && (
        <bdi className="block font-semibold text-petrol text-small">{room.nameOf(senderId)}</bdi>
      )}
      {message.bulk && <BulkMark isMine={isMine} />}
      {replyTo && <Quote messageId={replyTo} isOnMine={isMine} room={room} />}
      <BubbleText text={content.text} isMine={isMine}>
        {message.editedAt && (
          <span title={exactTimeOf(message.editedAt)}>{words.message.edited}</span>
        )}
        <time dateTime={createdAt} title={exactTimeOf(createdAt)}>
          {timeOf(createdAt)}
        </time>
        {isMine && <Ticks tick={tickOf(message, room.others)} on="bubble" />}
      </BubbleText>
    </BubbleFrame>
  )
}
