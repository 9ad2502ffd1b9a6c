import * as z from 'zod/mini'
import { text } from './text.ts'

// Line breaks and the like would break the places where names stand; bidirectional overrides
// and invisible characters let one name pass for another. Joiners and the two marks of direction
// stay: scripts need them.
const disturbing = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu
const invisible = /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g

// Marks are drawn over each other, into the lines above and below. No writing piles up as many.
const pile = /(\p{M}{8})\p{M}+/gu

/** Letters that are drawn as nothing are letters too. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

function clean(name: string): string {
  if (name.includes('\0')) return name // the check below refuses it
  return name.replace(invisible, '').replace(disturbing, ' ').replace(pile, '$1').trim()
}

/**
 * What somebody calls themselves or a conversation, as others read it among words of ours: cleaned,
 * and with something to see. NUL is refused, not cleaned away.
 */
export function shownName(max: number) {
  return z.pipe(
    z.pipe(z.string(), z.transform(clean)),
    text(max).check(z.regex(visible, 'must have a visible character')),
  )
}
