/** More of it no row has room for, and nobody wants read out with it. */
const most = 160

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The beginning of a text on one line: never half an emoji, and nothing of what is not seen. */
export function brief(text: string): string {
  const line = text
    .slice(0, most * 16)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most) return line
  let end = 0
  for (const { index, segment } of graphemes.segment(line)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  // A single grapheme may be thousands of combining marks.
  return `${line.slice(0, end || most)}…`
}
