import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Room } from '../conversation/room.ts'
import { useTabIndex } from '../messageList/reach.ts'
import { direction } from '../words/language.ts'
import { words } from '../words/words.ts'
import { RichText } from './RichText.tsx'
import { emojiAlone, type Mentioned, mayBeLong } from './texts.ts'

interface Props {
  /** The element that has the text says what the message is, to those who go from one to the next. */
  id: string
  text: string
  isMine: boolean
  mentioned?: readonly Mentioned[] | undefined
  room: Pick<Room, 'me' | 'expanded' | 'acts'>
  /** When it was said and how far it came: at the end of the text. */
  children: ReactNode
}

const sizes = {
  0: '',
  1: 'font-emoji text-sign',
  2: 'font-emoji text-title',
  3: 'font-emoji text-title',
} as const

export function BubbleText({ id, text, isMine, mentioned, room, children }: Props) {
  const { body, isCut, expand } = useCut(id, text, room)
  const tabIndex = useTabIndex()
  const few = emojiAlone(text)
  return (
    <div
      // Emoji and figures run as the page does.
      dir={/\p{L}/u.test(text) ? 'auto' : undefined}
      className={few ? 'flex flex-wrap items-end justify-end gap-x-3' : 'flow-root'}
    >
      <p
        ref={body}
        id={id}
        className={`whitespace-pre-wrap ${few ? 'grow' : ''} ${sizes[few]} ${isCut === undefined ? 'inline' : 'line-clamp-20'}`}
      >
        <RichText text={text} mentioned={mentioned} me={room.me} onPlace={room.acts.seekPlace} />
      </p>
      {isCut && (
        <button
          type="button"
          tabIndex={tabIndex}
          onClick={expand}
          className="min-h-6 font-semibold underline underline-offset-3 touch:min-h-11"
        >
          {words.message.showMore}
        </button>
      )}
      {/* In the last line, where that has room for it. */}
      <span
        className={`mt-0.5 flex h-5 shrink-0 select-none items-center text-tiny ${few ? '' : 'float-end ms-3'} ${isCut ? 'touch:mt-3' : ''} ${isMine ? 'text-on-mine-soft' : 'text-soft'}`}
      >
        {/* The clock is read as the page is: not "PM 9:33" below what is written from right to left. */}
        <span dir={direction} className="flex items-center gap-1">
          {children}
        </span>
      </span>
    </div>
  )
}

/**
 * Of a very long text the first lines, until somebody wants all of it. Whether there is more is
 * known once it stands there; nothing is measured of the others, which cannot be so long.
 *
 * @returns `isCut` undefined for a text that is shown whole
 */
function useCut(id: string, text: string, { expanded, acts }: Props['room']) {
  const body = useRef<HTMLParagraphElement>(null)
  const [isWhole, setWhole] = useState(() => expanded.has(id))
  const [isCut, setCut] = useState(false)
  const isPerhaps = !isWhole && mayBeLong(text)

  useLayoutEffect(() => {
    const element = body.current
    if (!isPerhaps || !element) return
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [isPerhaps])

  function expand() {
    acts.hold()
    expanded.add(id)
    setWhole(true)
  }
  return { body, isCut: isPerhaps ? isCut : undefined, expand }
}
