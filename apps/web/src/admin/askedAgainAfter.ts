import { reasonOf } from '@parley/react/parts/reasonOf'

/**
 * After how many milliseconds the page asks again; not at all once one is no administrator any
 * more.
 */
export function askedAgainAfter(error: unknown): number | false {
  return reasonOf(error) === 'FORBIDDEN' ? false : 3_000
}
