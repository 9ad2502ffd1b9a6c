/** Every word that a person reads, in the language of the page. */
import { english, type Words } from './english.ts'

export const words: Words = english
