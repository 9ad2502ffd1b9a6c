import { fetchable } from '../parts/fetchable.ts'

/** Looks emoji up by their names; fetched with the table of them all. */
export const emojiFinder = fetchable(async () => {
  const [{ findEmoji }, { emojiNamed }] = await Promise.all([
    import('./findEmoji.ts'),
    import('./emojiData.ts'),
  ])
  return { findEmoji, emojiNamed }
})
export type EmojiFinder = Awaited<ReturnType<typeof emojiFinder.fetch>>
