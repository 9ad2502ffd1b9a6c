/** Finds emoji by what somebody types of their names. */
import { allEmoji, type Emoji } from './emojiData.ts'

/** How well a word fits; less is better, nothing is not at all. */
function fit({ names, label, tags }: Emoji, word: string): number | undefined {
  const [usual] = names
  if (usual === word) return 0
  if (names.includes(word)) return 1
  const named = names.filter(name => name.startsWith(word))
  // Of those that begin so, the short ones are meant most often.
  if (named.length > 0) return 2 + Math.min(...named.map(({ length }) => length)) / 100
  if (names.some(name => name.split(/[_-]/).some(part => part.startsWith(word)))) return 3
  if (
    label
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some(part => part.startsWith(word))
  )
    return 4
  if (tags.some(tag => tag.toLowerCase().startsWith(word))) return 5
  return undefined
}

/** The best first; each word of the query has to fit. */
export function findEmoji(query: string, most: number): readonly Emoji[] {
  const words = query
    .toLowerCase()
    .split(/[\s:]+/)
    .filter(word => word !== '')
  if (words.length === 0) return []
  const found = allEmoji.flatMap(emoji => {
    let worst = 0
    for (const word of words) {
      const fits = fit(emoji, word)
      if (fits === undefined) return []
      worst = Math.max(worst, fits)
    }
    return [{ emoji, worst }]
  })
  const sorted = found.sort((a, b) => a.worst - b.worst)
  return sorted.slice(0, most).map(({ emoji }) => emoji)
}
