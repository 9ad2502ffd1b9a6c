/** Which of many fits what was typed, and how well: pure. */

export interface Ranked {
  /** What it is called; it counts most. */
  name: string
  /** What else it is known by. */
  more?: readonly string[]
}

/** Accents and case are nobody's concern. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const between = /[\s\p{P}\p{S}]+/u

function fits(word: string, text: string): number {
  if (text.startsWith(word)) return 3
  if (text.split(between).some(each => each.startsWith(word))) return 2
  return text.includes(word) ? 0.5 : 0
}

/** Every word that was typed has to fit somewhere. */
function score(typed: readonly string[], { name, more = [] }: Ranked): number {
  const called = plain(name)
  const known = more.map(plain)
  let total = 0
  for (const word of typed) {
    const best = Math.max(fits(word, called) * 2, ...known.map(text => fits(word, text)))
    if (best === 0) return 0
    total += best
  }
  return total
}

/** Those that fit, the best first, and of equals those that came first; nothing typed fits all. */
export function rank<Item extends Ranked>(query: string, items: readonly Item[]): Item[] {
  const typed = plain(query).split(between).filter(Boolean)
  if (typed.length === 0) return query.trim() === '' ? [...items] : []
  return items
    .map(item => ({ item, points: score(typed, item) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ item }) => item)
}
