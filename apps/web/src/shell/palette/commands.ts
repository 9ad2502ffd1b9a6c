import type { User } from '@parley/protocol/user'
import { language, languages } from '@parley/react/words/language'
import { navigate } from 'wouter/use-browser-location'
import { chooseLanguage, languageNames } from '../../language/chooseLanguage.ts'
import { chooseTheme, currentTheme, themes } from '../../theme/theme.ts'
import { keyWords } from '../../words/keyWords.ts'
import { words } from '../../words/words.ts'
import { show } from '../overlay.ts'
import { routes } from '../routes.ts'

export interface Command {
  id: string
  name: string
  /** What else one may call it. */
  more?: readonly string[]
  act: () => void
}

/** What can be done from anywhere by whoever this is. */
export function commandsFor(me: User | undefined): Command[] {
  const { account } = words
  return [
    { id: 'new', name: words.conversations.open, act: () => show('newConversation') },
    { id: 'archived', name: words.archived, act: () => routes.go({ at: 'archived' }) },
    ...(me?.role === 'contractor'
      ? [{ id: 'bulk', name: words.bulk, act: () => navigate('/bulk') }]
      : []),
    ...(me?.role === 'admin'
      ? [{ id: 'admin', name: words.admin.title, act: () => navigate('/admin') }]
      : []),
    { id: 'keys', name: keyWords.title, act: () => show('keys') },
    ...themes
      .filter(theme => theme !== currentTheme())
      .map(theme => ({
        id: theme,
        name: words.palette.appearance(account.themes[theme]),
        act: () => chooseTheme(theme),
      })),
    ...languages
      .filter(each => each !== language)
      .map(each => ({
        id: each,
        name: words.palette.language(languageNames[each]),
        act: () => chooseLanguage(each),
      })),
    { id: 'out', name: account.signOut, act: () => show('signOut') },
  ]
}
