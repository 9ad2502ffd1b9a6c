import type { Message } from '@parley/protocol/message'
import { useEffect, useRef, useState } from 'react'
import { words } from '../words/words.ts'
import type { Room } from './room.ts'

/**
 * Says what others write, once, when it comes. The list itself keeps silent: its rows come
 * and go with scrolling, and history and one's own words are no news.
 */
export function Announcer({ room }: { room: Room }) {
  const last = room.messages.at(-1)
  const said = useRef(last?.seq)
  const [text, setText] = useState('')
  useEffect(() => {
    if (!last || last.seq === said.current) return
    const isFirst = said.current === undefined
    said.current = last.seq
    if (!isFirst && isNews(last, room.me)) {
      setText(words.conversation.announced(room.nameOf(last.senderId), last.content?.text ?? ''))
    }
  }, [last, room])
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}

function isNews({ senderId, content }: Message, me: string): boolean {
  return senderId !== me && content !== undefined
}
