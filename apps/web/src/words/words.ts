/** Every word that a person reads in the app, in the language of the page. */
import { language } from '@parley/react/words/language'
import { words as shared } from '@parley/react/words/words'
import { type AppWords, english } from './english.ts'

const own: AppWords = language === 'ar' ? (await import('./arabic.ts')).arabic : english

export const words = { ...shared, ...own }
