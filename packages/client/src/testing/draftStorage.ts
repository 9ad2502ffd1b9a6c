import type { DraftStorage } from '../keepsake.ts'

/** What a browser keeps of texts, in memory. */
export function draftStorage(): DraftStorage {
  const texts = new Map<string, string>()
  return {
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: key => texts.delete(key),
    key: at => [...texts.keys()][at] ?? null,
    get length() {
      return texts.size
    },
  }
}
