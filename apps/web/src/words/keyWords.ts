/** The words of what the keys do: fetched with the help that shows them. */
import { language } from '@parley/react/words/language'
import { type KeyWords, keyEnglish } from './keyEnglish.ts'

export const keyWords: KeyWords =
  language === 'ar' ? (await import('./keyArabic.ts')).keyArabic : keyEnglish
