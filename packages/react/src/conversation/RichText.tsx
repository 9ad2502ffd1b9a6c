import { memo } from 'react'
import { piecesOf } from './links.ts'

/** What somebody wrote, as text, with its web addresses to click. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  let at = 0
  return piecesOf(text).map(piece => {
    const key = at
    at += piece.text.length
    if (!piece.href) return piece.text
    return (
      <a
        key={key}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer"
        className="underline underline-offset-2 hover:decoration-2"
      >
        {piece.text}
      </a>
    )
  })
})
