/**
 * Names go either way. In a sentence an Arabic name would take along the full stop or the number
 * that comes after it; between these two marks it keeps to itself.
 */
const firstStrong = '\u2068'
const pop = '\u2069'

/** What runs from right to left, and the marks that turn what follows them. */
const turns =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** A name or other text of people, in a sentence that runs from left to right. */
export function isolated(text: string): string {
  return turns.test(text) ? firstStrong + text + pop : text
}
