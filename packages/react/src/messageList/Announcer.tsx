import type { Message } from '@parley/protocol/message'
import { messageAt } from '@parley/protocol/replica/messages'
import { useEffect, useRef, useState } from 'react'
import type { Room } from '../conversation/room.ts'
import { eventText } from '../message/eventText.ts'
import { words } from '../words/words.ts'
import { newsAfter } from './news.ts'

/** Of more at once, as after a while without a connection, only the number is said. */
const mostAtOnce = 10

interface Props {
  /** The newest messages, whatever is looked at. */
  tail: readonly Message[]
  room: Room
}

/**
 * Says what others write, once, when it comes, and all of it when several come at once. The list
 * itself keeps silent: its rows come and go with scrolling, and history and one's own words are
 * no news.
 */
export function Announcer({ tail, room }: Props) {
  const lastSeq = tail.at(-1)?.seq
  const said = useRef(lastSeq)
  const [news, setNews] = useState<readonly Message[]>([])
  useEffect(() => {
    if (lastSeq === undefined || lastSeq === said.current) return
    const before = said.current
    said.current = lastSeq
    const fresh = before === undefined ? [] : newsAfter(tail, before, room.me)
    if (fresh.length > 0) setNews(fresh)
  }, [lastSeq, tail, room])
  const still = news.filter(each => isAsSaid(each, tail))
  const texts =
    still.length > mostAtOnce
      ? [words.conversation.pillLabel(still.length)]
      : still.map(each => announcement(each, room))
  return (
    <div aria-live="polite" className="sr-only">
      {texts.join('\n')}
    </div>
  )
}

/** A text that was edited or removed since does not stay here either. */
function isAsSaid({ seq, content }: Message, tail: readonly Message[]): boolean {
  return messageAt(tail, seq)?.content?.text === content?.text
}

function announcement(message: Message, room: Room): string {
  const { senderId, content, event } = message
  if (event) return eventText(message, event, room)
  return words.conversation.announced(room.nameOf(senderId), content?.text ?? '')
}
