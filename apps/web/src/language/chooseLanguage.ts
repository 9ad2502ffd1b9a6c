import { warn } from '@parley/react/parts/notices'
import { type Language, language, languages } from '@parley/react/words/language'
import { words } from '../words/words.ts'

/** `public/beforePaint.js` reads the same key before the first paint. */
const key = 'parley.language'

/** Each in itself: whoever looks for theirs cannot read the others. */
export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية' }

export function isLanguage(value: unknown): value is Language {
  return languages.some(each => each === value)
}

/** Where the browser keeps nothing, the next load would not know what was chosen. */
export function canChooseLanguage(): boolean {
  try {
    return localStorage.length >= 0
  } catch {
    return false
  }
}

/** The words are chosen once for each load of the page, so this one is loaded again, in its place. */
export function chooseLanguage(chosen: Language): void {
  if (chosen === language) return
  try {
    localStorage.setItem(key, chosen)
    location.reload()
  } catch {
    warn(words.account.notSet) // No room.
  }
}
