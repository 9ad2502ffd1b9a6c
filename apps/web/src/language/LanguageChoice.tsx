import { language, languages } from '@parley/react/words/language'
import { words } from '../words/words.ts'
import { canChooseLanguage, chooseLanguage, languageNames } from './chooseLanguage.ts'

/** The languages side by side, for where there is no menu. */
export function LanguageChoice() {
  if (!canChooseLanguage()) return null
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">{words.account.language}</legend>
      {languages.map(each => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-current={each === language || undefined}
          onClick={() => chooseLanguage(each)}
          className="min-h-9 rounded-control text-small text-soft underline-offset-3 hover:underline aria-current:font-semibold aria-current:text-ink touch:min-h-11 touch:min-w-11"
        >
          {languageNames[each]}
        </button>
      ))}
    </fieldset>
  )
}
