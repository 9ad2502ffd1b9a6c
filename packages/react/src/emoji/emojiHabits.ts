/** Which emoji somebody used last, and in which tone: kept on this device until they sign out. */
import { draftKey } from '@parley/client/forget'
import { browserStorage, keepsakeIn } from '@parley/client/keepsake'
import { emoji as emojiSchema } from '@parley/protocol/message'
import { isTone, type Tone } from './skinTone.ts'

export interface EmojiHabits {
  readonly recent: readonly string[]
  readonly tone: Tone
}

export const recentMost = 24

function fromKept(kept: string): EmojiHabits {
  try {
    const { recent, tone } = Object(JSON.parse(kept))
    const isEmoji = (one: unknown) => emojiSchema.safeParse(one).success
    return {
      recent: Array.isArray(recent) ? recent.filter(isEmoji).slice(0, recentMost) : [],
      tone: isTone(tone) ? tone : '',
    }
  } catch {
    return { recent: [], tone: '' } // nothing yet, or not ours
  }
}

const keepsakeOf = (userId: string) => keepsakeIn(browserStorage(), draftKey(userId, 'emoji'))

export function habitsOf(userId: string): EmojiHabits {
  return fromKept(keepsakeOf(userId).read())
}

export function rememberEmoji(userId: string, emoji: string): void {
  const { recent, tone } = habitsOf(userId)
  const next = [emoji, ...recent.filter(one => one !== emoji)].slice(0, recentMost)
  keepsakeOf(userId).write(JSON.stringify({ recent: next, tone }))
}

export function rememberTone(userId: string, tone: Tone): void {
  const { recent } = habitsOf(userId)
  keepsakeOf(userId).write(JSON.stringify({ recent, tone }))
}
