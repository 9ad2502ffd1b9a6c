/** The words of writing to many: fetched with its screen, not with the first one. */
import { language } from '@parley/react/words/language'
import { type ComposeWords, composeEnglish } from './composeEnglish.ts'

export type { Issue } from './composeEnglish.ts'

export const composeWords: ComposeWords =
  language === 'ar' ? (await import('./composeArabic.ts')).composeArabic : composeEnglish
