/** What a text is, before it is drawn: pure. */
import { piecesOf as linksOf } from './links.ts'

/** Somebody whom a text names. */
export interface Mentioned {
  userId: string
  name: string
}

export type Piece = { text: string; href?: string; userId?: string }

/** A text in pieces: web addresses, people who are named in it, and what is only text. */
export function piecesOf(text: string, mentioned: readonly Mentioned[] = []): Piece[] {
  const pieces: Piece[] = linksOf(text)
  if (mentioned.length === 0) return pieces
  return pieces.flatMap(piece => (piece.href ? [piece] : mentionsIn(piece.text, mentioned)))
}

const partOfWord = /[\p{L}\p{N}\p{M}_]/u

/**
 * Only those whom the message says it names, and only where their name stands as a word: nobody
 * is made a mention by what happens to look like one. Of two names the longer one counts.
 */
export function mentionsIn(text: string, mentioned: readonly Mentioned[]): Piece[] {
  const names = mentioned
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let done = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < done || partOfWord.test(text.slice(0, at).at(-1) ?? '')) continue
    const found = names.find(({ name }) => {
      const end = at + 1 + name.length
      return (
        text.startsWith(name, at + 1) && !partOfWord.test([...text.slice(end, end + 2)][0] ?? '')
      )
    })
    if (!found) continue
    if (at > done) pieces.push({ text: text.slice(done, at) })
    done = at + 1 + found.name.length
    pieces.push({ text: text.slice(at, done), userId: found.userId })
  }
  if (done < text.length) pieces.push({ text: text.slice(done) })
  return pieces
}

/** Graphemes that are emoji: those that look like one by themselves or say that they do, flags, keys. */
const emoji =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f\u20e3)/u
const longestFew = 64
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many emoji a text is made of, if it is nothing but a few of them; otherwise none. */
export function emojiAlone(text: string): 0 | 1 | 2 | 3 {
  if (text.length > longestFew) return 0
  const shown = [...graphemes.segment(text.replaceAll(/\s/g, ''))]
  const count = shown.length
  if (count !== 1 && count !== 2 && count !== 3) return 0
  return shown.every(({ segment }) => emoji.test(segment)) ? count : 0
}

/** Of these, one tells whether they are too many only by looking. */
const perhapsLong = { characters: 500, lines: 15 }

/** Whether a text may fill more than the lines that are shown of a long one. */
export function mayBeLong(text: string): boolean {
  if (text.length > perhapsLong.characters) return true
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines > perhapsLong.lines
}
