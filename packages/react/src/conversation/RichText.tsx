import { memo } from 'react'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { useTabIndex } from './reach.ts'
import { type Mentioned, type Piece, piecesOf } from './texts.ts'

interface Props {
  text: string
  /** Whom the message says it names. */
  mentioned?: readonly Mentioned[] | undefined
  /** A mention of them stands out. */
  me?: string | undefined
}

/** What somebody wrote, as text, with its web addresses and people to click. */
export const RichText = memo(function RichText({ text, mentioned, me }: Props) {
  const tabIndex = useTabIndex()
  let at = 0
  return piecesOf(text, mentioned).map(piece => {
    const key = at
    at += piece.text.length
    if (piece.userId) return <Mention key={key} piece={piece} isMe={piece.userId === me} />
    if (!piece.href) return piece.text
    return (
      <a
        key={key}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer"
        tabIndex={tabIndex}
        className="underline underline-offset-2 hover:decoration-2"
      >
        {piece.text}
      </a>
    )
  })
})

function Mention({ piece: { text, userId = '' }, isMe }: { piece: Piece; isMe: boolean }) {
  const tabIndex = useTabIndex()
  return (
    <PlaceLink
      to={{ at: 'person', userId }}
      tabIndex={tabIndex}
      className={`rounded-corner font-semibold underline-offset-2 hover:underline ${isMe ? 'bg-marigold px-0.5 text-on-marigold' : ''}`}
    >
      <bdi>{text}</bdi>
    </PlaceLink>
  )
}
