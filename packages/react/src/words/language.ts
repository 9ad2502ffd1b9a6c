/**
 * The language of the words. A page says its own as `<html lang>`, before this is loaded: it is
 * chosen once for each load of the page.
 */
export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

// Tests run where there is no document.
const tag = globalThis.document?.documentElement.lang ?? ''

export const language: Language =
  languages.find(each => tag.toLowerCase().split('-')[0] === each) ?? 'en'

/** Which way what has no direction of its own goes: menus by the arrow keys, for one. */
export const direction = language === 'ar' ? 'rtl' : 'ltr'
