/** What an administrator reads of how bulk messages are used. */
import { language } from '@parley/react/words/language'
import { type BulkUseWords, bulkUseEnglish } from './bulkUseEnglish.ts'

export const bulkUseWords: BulkUseWords =
  language === 'ar' ? (await import('./bulkUseArabic.ts')).bulkUseArabic : bulkUseEnglish
