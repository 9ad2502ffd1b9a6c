/** All emoji with their names, fetched when the first one is looked for. */
import { emojiLines } from './emojiLines.ts'

export const groupNames = [
  'smileys',
  'people',
  'nature',
  'food',
  'activities',
  'travel',
  'objects',
  'symbols',
  'flags',
] as const
export type GroupName = (typeof groupNames)[number]

export interface Emoji {
  readonly emoji: string
  readonly hasTones: boolean
  /** As they are written between colons; the first one is the usual one. */
  readonly names: readonly string[]
  /** What it shows, in English. */
  readonly label: string
  /** Words to find it by besides. */
  readonly tags: readonly string[]
}

export interface EmojiGroup {
  readonly name: GroupName
  readonly emojis: readonly Emoji[]
}

const wordsOf = (text = '') => text.split(' ').filter(word => word !== '')

function emojiOf(line: string): Emoji {
  const [emoji = '', tones, names, label = '', tags] = line.split('|')
  return { emoji, hasTones: tones === 'tones', names: wordsOf(names), label, tags: wordsOf(tags) }
}

const sections = emojiLines.split(/^# .*\n/m).slice(1)

export const emojiGroups: readonly EmojiGroup[] = groupNames.map((name, at) => ({
  name,
  emojis: (sections[at] ?? '').trimEnd().split('\n').map(emojiOf),
}))

export const allEmoji: readonly Emoji[] = emojiGroups.flatMap(({ emojis }) => emojis)

const byName = new Map(allEmoji.toReversed().flatMap(one => one.names.map(name => [name, one])))
const untoned = (emoji: string) => emoji.replace(/\p{Emoji_Modifier}|\ufe0f/gu, '')
const byEmoji = new Map(allEmoji.map(one => [untoned(one.emoji), one]))

/** The one that is called exactly so. */
export function emojiNamed(name: string): Emoji | undefined {
  return byName.get(name.toLowerCase())
}

/** In whichever tone. */
export function emojiOfText(emoji: string): Emoji | undefined {
  return byEmoji.get(untoned(emoji))
}
