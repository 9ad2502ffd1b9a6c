import * as z from 'zod/mini'

/** Valid Unicode without NUL: what Postgres can store and every client can show. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** Length as Postgres counts it, so that 4,000 emoji are 4,000 characters. */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** A string of 1 to `max` code points that survives the round trip unchanged. */
export function text(max: number) {
  return z.string().check(
    // A code point is at most two UTF-16 units: refuse the huge before counting it.
    z.maxLength(max * 2, `must have at most ${max} characters`),
    z.minLength(1, 'must not be empty'),
    z.refine(isStorable, 'must be valid Unicode without NUL characters'),
    z.refine(value => codePoints(value) <= max, `must have at most ${max} characters`),
  )
}
