/** A text that outlives a reload, where the browser lets it. */
export interface Keepsake {
  read(): string
  /** An empty text is forgotten. */
  write(text: string): void
}

export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
/** One that can be searched. */
export type DraftStorage = TextStorage & Pick<Storage, 'key' | 'length'>

export function keepsakeIn(storage: TextStorage | undefined, key: string): Keepsake {
  return {
    read() {
      try {
        return storage?.getItem(key) ?? ''
      } catch {
        return ''
      }
    },
    write(text) {
      try {
        if (text === '') storage?.removeItem(key)
        else storage?.setItem(key, text)
      } catch {
        // Full, or not allowed: the text lives as long as the page does.
      }
    },
  }
}

interface Shared extends Keepsake {
  /** What is kept was read or written here. */
  isOwn(): boolean
  /** Also an empty text takes the place of what another tab keeps. */
  claim(text: string): void
}

/**
 * Forgets only what was read or written here: of two tabs that keep something in one place the
 * last to write is kept, and one that is done with its own leaves the other's.
 */
export function carefully(kept: Keepsake): Shared {
  let own = kept.read()
  const isOwn = () => kept.read() === own

  function claim(text: string): void {
    own = text
    if (!isOwn()) kept.write(text)
  }

  return {
    read: () => own,
    write(text) {
      if (text !== '' || isOwn()) claim(text)
    },
    isOwn,
    claim,
  }
}

/** All keys that begin so. */
export function keysIn(storage: DraftStorage | undefined, prefix: string): string[] {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')
    return keys.filter(key => key.startsWith(prefix))
  } catch {
    return [] // not allowed any more
  }
}

/** Forgets all texts whose keys begin so. */
export function forgetKeepsakes(storage: DraftStorage | undefined, prefix: string): void {
  for (const key of keysIn(storage, prefix)) storage?.removeItem(key)
}

/** Reading the property alone throws where a browser forbids storage. */
export function browserStorage(): DraftStorage | undefined {
  try {
    return typeof localStorage === 'undefined' ? undefined : localStorage
  } catch {
    return undefined
  }
}
