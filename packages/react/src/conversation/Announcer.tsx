import type { Message } from '@parley/protocol/message'
import { messageAt } from '@parley/protocol/replica/messages'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'
import { eventText } from './eventText.ts'
import type { Room } from './room.ts'

/**
 * Says what others write, once, when it comes. The list itself keeps silent: its rows come
 * and go with scrolling, and history and one's own words are no news.
 */
export function Announcer({ room }: { room: Room }) {
  const last = room.messages.at(-1)
  const said = useRef(last?.seq)
  const [news, setNews] = useState<Message>()
  useEffect(() => {
    if (!last || last.seq === said.current) return
    const isFirst = said.current === undefined
    said.current = last.seq
    if (!isFirst && isNews(last, room.me)) setNews(last)
  }, [last, room])
  return (
    <div aria-live="polite" className="sr-only">
      {news && isAsSaid(news, room) && announcement(news, room)}
    </div>
  )
}

/** A text that was edited or removed since does not stay here either. */
function isAsSaid({ seq, content }: Message, { messages }: Room): boolean {
  return messageAt(messages, seq)?.content?.text === content?.text
}

function announcement(message: Message, room: Room): string {
  const { senderId, content, event } = message
  if (event) return eventText(message, event, room)
  const { nameOf } = room
  return words.conversation.announced(nameOf(senderId), content?.text ?? '')
}

function isNews({ senderId, content, event }: Message, me: string): boolean {
  return senderId !== me && (content !== undefined || event !== undefined)
}
