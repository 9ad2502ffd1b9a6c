/** A text that is too long for one message, as several: pure. */

/** What belongs to the character before it: marks, tones, joiners, the letters of a flag. */
const clinging = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d|[\u{e0020}-\u{e007f}])/u
/** Further back than any sensible character goes. */
const clusterMost = 40

/**
 * Cuts at the end of a line where one comes late enough, or else of a word; inside of a word
 * only where it alone is too long. No part has space around it, and none is empty.
 *
 * @param most code points of a part
 */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const end = unitsOf(rest, most)
    const at = end === rest.length ? end : cutBefore(rest, end)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return parts
}

/** How many UTF-16 units so many code points are, or all that there are. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0
  for (let count = 0; count < codePoints && units < text.length; count++)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}

function cutBefore(text: string, end: number): number {
  const window = text.slice(0, end + 1) // the space may stand right behind what fits
  const line = window.lastIndexOf('\n')
  if (line > end / 2) return line
  const word = window.search(/\s\S*$/)
  return word > 0 ? word : wholeCharacter(text, end)
}

function wholeCharacter(text: string, end: number): number {
  let at = end
  for (let steps = 0; steps < clusterMost && at > 0; steps++) {
    if (!clinging.test(text.slice(at, at + 2)) && text[at - 1] !== '\u200d') return at
    at -= 1
    if (/[\udc00-\udfff]/.test(text[at] ?? '')) at -= 1
  }
  return end
}
