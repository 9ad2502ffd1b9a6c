/** What somebody types on and may lose; a single request is none. */
export interface Keyboard {
  /** Calls it when the keyboard is gone, which may be at once. */
  onClosed(listener: () => void): void
}

/**
 * What is typed on which keyboard, each thing on one.
 *
 * @param onLost told of each thing whose keyboard is gone
 */
export function createKeyboards(onLost: (key: string) => void) {
  const keysOf = new WeakMap<Keyboard, Set<string>>()

  return {
    hold(keyboard: Keyboard, key: string): void {
      const known = keysOf.get(keyboard)
      if (known) {
        known.add(key)
        return
      }
      const keys = new Set([key])
      keysOf.set(keyboard, keys)
      keyboard.onClosed(() => {
        for (const one of [...keys]) onLost(one)
      })
    },
    release(keyboard: Keyboard, key: string): void {
      keysOf.get(keyboard)?.delete(key)
    },
  }
}
