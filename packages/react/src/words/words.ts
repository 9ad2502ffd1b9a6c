/**
 * Every word that a person reads, in the language of the page. English is there with the first
 * load; another language is a file of its own, which only its readers fetch.
 */
import { english, type Words } from './english.ts'
import { language } from './language.ts'

export const words: Words = language === 'ar' ? (await import('./arabic.ts')).arabic : english
