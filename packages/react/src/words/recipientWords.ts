/** The words of whom and what one does not want to hear from. */
import { language } from './language.ts'
import { type RecipientWords, recipientEnglish } from './recipientEnglish.ts'

export const recipientWords: RecipientWords =
  language === 'ar' ? (await import('./recipientArabic.ts')).recipientArabic : recipientEnglish
