import { language } from '../words/language.ts'

// Tests run where there is no navigator.
const tags = globalThis.navigator?.languages ?? []

/** Dates are in the language of the words; in the reader's kind of it, where they have one. */
export const locale = tags.find(tag => tag.toLowerCase().split('-')[0] === language) ?? language
