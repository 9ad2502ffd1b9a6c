const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Something that is seen, and is no bracket or quote. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** A letter carries few marks; who has thousands of them may not paint over others. */
const mostMarks = 2

/** The first letters of the first and the last word; an emoji counts as one, whole. */
export function initialsOf(name: string, most: 1 | 2): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap(initialOf)
  return letters.slice(0, most).join('')
}

function initialOf(word: string | undefined): string[] {
  for (const { segment } of graphemes.segment(word?.slice(0, 400) ?? '')) {
    if (!telling.test(segment)) continue
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment)) return [segment]
    const [letter = '', ...marks] = segment.replace(/\p{Cf}/gu, '').toUpperCase()
    return [[letter, ...marks.slice(0, mostMarks)].join('')]
  }
  return []
}
