/** Finds web addresses in what people write. Nothing else in it is ever more than text. */
export type Piece = { text: string; href?: string }

// What cannot be seen (direction marks, joiners, controls) ends an address: it could make it
// look like another one.
const address = /\bhttps?:\/\/[^\s<>"'`\p{C}]+/giu

/** What ends a sentence rather than the address in it. */
const trailing = /[.,;:!?…»”’*_~]+$/u

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(address)) {
    const shown = withoutTrailing(found[0])
    const href = safeHref(shown)
    if (!href) continue
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) })
    pieces.push({ text: shown, href })
    at = found.index + shown.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

function withoutTrailing(found: string): string {
  const shown = found.replace(trailing, '')
  // "(see https://example.com/a)" against "https://example.com/a_(b)".
  const isUnbalanced = shown.endsWith(')') && !shown.includes('(')
  return isUnbalanced ? withoutTrailing(shown.slice(0, -1)) : shown
}

function safeHref(shown: string): string | undefined {
  if (!URL.canParse(shown)) return undefined
  const { protocol, href } = new URL(shown)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}
