// Tests run where there is no navigator.
const languages = globalThis.navigator?.languages ?? []

/** The words are English, so dates are; the reader's kind of English, where there is one. */
export const locale = languages.find(language => /^en\b/i.test(language)) ?? 'en'
