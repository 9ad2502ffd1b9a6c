import type { Message } from '@parley/protocol/message'
import { useMemo } from 'react'
import type { Room } from '../conversation/room.ts'
import { hueOf } from '../parts/hueOf.ts'
import { exactTimeOf, timeOf } from '../time/format.ts'
import { words } from '../words/words.ts'
import { BubbleFrame } from './BubbleFrame.tsx'
import { BubbleText } from './BubbleText.tsx'
import { BulkMark } from './BulkMark.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { Quote } from './Quote.tsx'
import { Reactions } from './Reactions.tsx'
import { RemovedBubble, RemovingBubble } from './RemovedBubble.tsx'
import { Ticks } from './Ticks.tsx'
import type { Tick } from './tickOf.ts'

interface Props {
  message: Message
  isFirst: boolean
  isLast: boolean
  isRemoving: boolean
  /** How far it has come, where it is mine. */
  tick: Tick | undefined
  room: Room
}

export function MessageBubble({ message, isFirst, isLast, isRemoving, tick, room }: Props) {
  const { id, content, senderId, createdAt, replyTo } = message
  const isMine = senderId === room.me
  const label = words.message.label(room.nameOf(senderId), timeOf(createdAt))
  const mentioned = useMentioned(message, room)
  const frame = { isMine, isFirst, isLast, label }
  if (!content) return <RemovedBubble {...frame} />
  if (isRemoving) return <RemovingBubble {...frame} messageId={id} room={room} />
  return (
    <BubbleFrame
      {...frame}
      describedBy={id}
      aside={<MessageMenu message={message} text={content.text} room={room} />}
      below={<Reactions message={message} room={room} />}
    >
      {room.isGroup && isFirst && !isMine && (
        <bdi className={`block font-semibold text-small ${hueOf(senderId).name}`}>
          {room.nameOf(senderId)}
        </bdi>
      )}
      {message.bulk && <BulkMark isMine={isMine} />}
      {replyTo && <Quote messageId={replyTo} isOnMine={isMine} room={room} />}
      <BubbleText id={id} text={content.text} isMine={isMine} mentioned={mentioned} room={room}>
        {message.editedAt && (
          <span title={exactTimeOf(message.editedAt)}>{words.message.edited}</span>
        )}
        <time dateTime={createdAt} title={exactTimeOf(createdAt)}>
          {timeOf(createdAt)}
        </time>
        {tick && <Ticks tick={tick} on="bubble" />}
      </BubbleText>
    </BubbleFrame>
  )
}

/** Whom the message names, as they are called. */
function useMentioned({ content }: Message, room: Room) {
  return useMemo(
    () => content?.mentions?.map(userId => ({ userId, name: room.calledAs(userId) ?? '' })),
    [content, room],
  )
}
