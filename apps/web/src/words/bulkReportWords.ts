/** What a contractor reads of broadcasts that are made: their list, one of them, templates. */
import { language } from '@parley/react/words/language'
import { type BulkReportWords, bulkReportEnglish } from './bulkReportEnglish.ts'

export type { RecipientState } from './bulkReportEnglish.ts'

export const bulkReportWords: BulkReportWords =
  language === 'ar' ? (await import('./bulkReportArabic.ts')).bulkReportArabic : bulkReportEnglish
