/** Whether what stands before the caret asks for an emoji or for somebody: pure. */

export interface Asked {
  kind: 'emoji' | 'mention'
  /** Where the `:` or `@` stands. */
  start: number
  /** What was typed behind it. */
  query: string
}

/** A word begins here: at the start, behind a space, an opening mark or an emoji. */
const wordStart =
  '(?<=^|[\\s(\\[{"\'“‘«„¿¡]|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\p{RI}|\\ufe0f)'

// Two letters, so that `:)`, `:D` and `10:30` stay what they are.
const emojiAsked = new RegExp(`${wordStart}:((?:[a-z]{2}|[+-]1)[a-z0-9_+-]{0,40})$`, 'iu')
const emojiNamed = new RegExp(`${wordStart}:([a-z0-9_+-]{1,40}):$`, 'iu')

const part = "[\\p{L}\\p{M}\\p{N}'’.\\-_]"
const mentionAsked = new RegExp(`${wordStart}@((?:${part}+(?: ${part}+){0,4} ?)?)$`, 'u')

/** No name is longer. */
const reach = 120

/** Nothing where the caret stands inside of a word. */
export function askedAt(text: string, caret: number): Asked | undefined {
  if (/^[\p{L}\p{M}\p{N}_]/u.test(text.slice(caret, caret + 2))) return undefined
  return asked('emoji', emojiAsked, text, caret) ?? asked('mention', mentionAsked, text, caret)
}

/** The name of an emoji whose last colon was just typed. */
export function namedAt(text: string, caret: number): Asked | undefined {
  return asked('emoji', emojiNamed, text, caret)
}

function asked(kind: Asked['kind'], pattern: RegExp, text: string, caret: number) {
  const from = Math.max(0, caret - reach)
  const found = pattern.exec(text.slice(from, caret))
  // At the edge of what was read nobody knows what stands before it.
  if (!found || (found.index === 0 && from > 0)) return undefined
  return { kind, start: from + found.index, query: found[1] ?? '' }
}
