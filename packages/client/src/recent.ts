/** Remembers the last so many texts. */
export function createRecent(most: number) {
  const texts = new Set<string>()
  return {
    has: (text: string) => texts.has(text),
    add(text: string): void {
      texts.add(text)
      const [oldest] = texts
      if (texts.size > most && oldest !== undefined) texts.delete(oldest)
    },
  }
}
