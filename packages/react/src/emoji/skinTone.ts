/** The five tones of Unicode, and none: the yellow one. */
export const tones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const
export type Tone = (typeof tones)[number]

export function isTone(text: unknown): text is Tone {
  return tones.some(tone => tone === text)
}

/** Everybody in it in that tone. */
export function toned({ emoji, hasTones }: { emoji: string; hasTones: boolean }, tone: Tone) {
  if (tone === '' || !hasTones) return emoji
  return emoji.replace(
    /\p{Emoji_Modifier_Base}\ufe0f?/gu,
    base => base.replace('\ufe0f', '') + tone,
  )
}
