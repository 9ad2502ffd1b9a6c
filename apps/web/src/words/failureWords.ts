import type { Failure } from '@parley/protocol/bulk'
import { language } from '@parley/react/words/language'
import { type FailureWords, failureEnglish } from './failureEnglish.ts'

const words: FailureWords =
  language === 'ar' ? (await import('./failureArabic.ts')).failureArabic : failureEnglish

/** Why somebody does not get a broadcast, for whoever sends it or runs the server. */
export const failureWords = words.why

/** The same, with the variable that had no value where it is known. */
export function failureIn(reason: Failure, missing?: string): string {
  return reason === 'MISSING_VALUE' && missing !== undefined
    ? words.noValue(missing)
    : failureWords[reason]
}
