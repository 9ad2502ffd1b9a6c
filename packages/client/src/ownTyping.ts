/**
 * Tells the others in a conversation that one is typing: with the first key, then at most
 * every three seconds, until the text is sent or emptied or no key comes. Nothing of it waits
 * for a connection.
 */
import type { Clock } from './clock.ts'
import type { Calls } from './transport.ts'

export interface OwnTyping {
  /** What stands in the field after a key; nothing when it was sent. */
  wrote(conversationId: string, text: string): void
  /** The connection is gone, and the server knows that. */
  end(): void
}

interface Options {
  clock: Clock
  isOnline: () => boolean
  tell: Calls['setTyping']
}

const renewalMs = 3000
const silenceMs = 6000
/** Text that is written and emptied in turn. */
const spacingMs = 1000

interface Entry {
  /** The others were told, and not yet that it is over. */
  isTold: boolean
  toldAt: number
  stopSilence: () => void
}

export function createOwnTyping({ clock, isOnline, tell }: Options): OwnTyping {
  const entries = new Map<string, Entry>()

  function of(id: string): Entry {
    const known = entries.get(id)
    const entry = known ?? {
      isTold: false,
      toldAt: Number.NEGATIVE_INFINITY,
      stopSilence: () => {},
    }
    entries.set(id, entry)
    return entry
  }

  /** A word that is lost costs nothing: the next one comes, or silence ends it. */
  function say(conversationId: string, typing: boolean): void {
    if (isOnline()) tell({ conversationId, typing }).catch(() => {})
  }

  function begin(id: string, entry: Entry): void {
    entry.stopSilence()
    entry.stopSilence = clock.after(silenceMs, () => end(id, entry))
    const passed = clock.now() - entry.toldAt
    if (!isOnline() || (passed >= 0 && passed < (entry.isTold ? renewalMs : spacingMs))) return
    entry.isTold = true
    entry.toldAt = clock.now()
    say(id, true)
  }

  function end(id: string, entry: Entry): void {
    entry.stopSilence()
    if (entry.isTold) say(id, false)
    entry.isTold = false
  }

  return {
    wrote(id, text) {
      if (text.trim()) begin(id, of(id))
      else end(id, of(id))
    },
    end() {
      for (const entry of entries.values()) entry.isTold = false
    },
  }
}
