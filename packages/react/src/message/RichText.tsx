import { memo } from 'react'
import { useTabIndex } from '../messageList/reach.ts'
import { type Place, useNavigation } from '../navigation/navigation.ts'
import { isForTheBrowser, PlaceLink } from '../navigation/PlaceLink.tsx'
import { type Mentioned, type Piece, piecesOf } from './texts.ts'

interface Props {
  text: string
  /** Whom the message says it names. */
  mentioned?: readonly Mentioned[] | undefined
  /** A mention of them stands out. */
  me?: string | undefined
  /** Told when an address of the page's own is gone to; without it all of them open apart. */
  onPlace?: (place: Place) => void
}

/** What somebody wrote, as text, with its web addresses and people to click. */
export const RichText = memo(function RichText({ text, mentioned, me, onPlace }: Props) {
  let at = 0
  return piecesOf(text, mentioned).map(piece => {
    const key = at
    at += piece.text.length
    if (piece.userId) return <Mention key={key} piece={piece} isMe={piece.userId === me} />
    if (!piece.href) return piece.text
    return (
      <Address key={key} href={piece.href} onPlace={onPlace}>
        {piece.text}
      </Address>
    )
  })
})

interface AddressProps {
  href: string
  onPlace: Props['onPlace']
  children: string
}

/** What somebody linked to: a conversation or message in place, all else apart. */
function Address({ href, onPlace, children }: AddressProps) {
  const place = useNavigation()?.placeOf?.(href)
  const given = {
    tabIndex: useTabIndex(),
    className: 'underline underline-offset-2 hover:decoration-2',
  }
  if (place && onPlace) {
    return (
      <PlaceLink {...given} to={place} onClick={event => isForTheBrowser(event) || onPlace(place)}>
        {children}
      </PlaceLink>
    )
  }
  return (
    <a {...given} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

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
