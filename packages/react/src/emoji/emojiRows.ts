/** The rows of the picker's grid: pure. */
import { type Emoji, emojiGroups, emojiOfText, type GroupName } from './emojiData.ts'
import { findEmoji } from './findEmoji.ts'
import { type Tone, toned } from './skinTone.ts'

export type SectionName = GroupName | 'recent'

export interface Shown {
  /** In the tone that was chosen. */
  emoji: string
  /** What it shows, in English. */
  label: string
  name: string
}

export type EmojiRow =
  | { kind: 'head'; section: SectionName }
  | { kind: 'emoji'; shown: readonly Shown[] }

interface Choice {
  query: string
  recent: readonly string[]
  tone: Tone
  columns: number
}

/** More than these nobody looks through. */
const foundMost = 120

export function emojiRows({ query, recent, tone, columns }: Choice): EmojiRow[] {
  const show = (one: Emoji): Shown => ({
    emoji: toned(one, tone),
    label: one.label,
    name: one.names[0] ?? '',
  })
  if (query.trim() !== '') return cut(findEmoji(query, foundMost).map(show), columns)
  const used = recent.map(emoji => {
    const known = emojiOfText(emoji)
    return { emoji, label: known?.label ?? emoji, name: known?.names[0] ?? '' }
  })
  const sections = [
    { name: 'recent' as const, shown: used },
    ...emojiGroups.map(({ name, emojis }) => ({ name, shown: emojis.map(show) })),
  ]
  return sections.flatMap(({ name, shown }): EmojiRow[] =>
    shown.length > 0 ? [{ kind: 'head', section: name }, ...cut(shown, columns)] : [],
  )
}

function cut(shown: readonly Shown[], columns: number): EmojiRow[] {
  const count = Math.ceil(shown.length / columns)
  return Array.from({ length: count }, (_, at) => ({
    kind: 'emoji',
    shown: shown.slice(at * columns, (at + 1) * columns),
  }))
}
