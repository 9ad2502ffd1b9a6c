import * as z from 'zod/mini'
import { text } from './text.ts'

// Line breaks and the like would break the places where names stand; bidirectional overrides
// and invisible characters let one name pass for another. Joiners stay: scripts need them.
const disturbing = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu
const invisible = /[\u200b\u2060\ufeff]/g

function clean(name: string): string {
  if (name.includes('\0')) return name // the check below refuses it
  return name.replace(invisible, '').replace(disturbing, ' ').trim()
}

/**
 * What somebody calls themselves or a conversation, as others read it among words of ours: cleaned,
 * and with something to see. NUL is refused, not cleaned away.
 */
export function shownName(max: number) {
  return z.pipe(
    z.pipe(z.string(), z.transform(clean)),
    text(max).check(z.regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'must have a visible character')),
  )
}
