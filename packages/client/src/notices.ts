/**
 * Tells of changes once they are complete: what belongs together is told together, and what
 * comes faster than screens are drawn is told once for each picture. Whoever asks sees it at once.
 */
import type { Clock } from './clock.ts'

export interface Notices {
  /** Something of this conversation changed. */
  touch(conversationId: string): void
  batch(act: () => void): void
  /** A batch that is one of many: the first is told at once, the next ones after a moment. */
  stream(act: () => void): void
}

interface Options {
  clock: Pick<Clock, 'after'>
  expire: (conversationId: string) => void
  tell: (conversations: ReadonlySet<string>) => void
}

/** From one picture on a screen to the next. */
const pictureMs = 16

export function createNotices({ clock, expire, tell }: Options): Notices {
  let touched = new Set<string>()
  let depth = 0
  let isResting = false

  function gather(act: () => void): void {
    depth += 1
    try {
      act()
    } finally {
      depth -= 1
    }
  }

  function flush(): void {
    if (depth > 0 || touched.size === 0) return
    const conversations = touched
    touched = new Set()
    tell(conversations)
  }

  function flushAndRest(): void {
    if (isResting || touched.size === 0) return
    isResting = true
    clock.after(pictureMs, () => {
      isResting = false
      flushAndRest()
    })
    flush()
  }

  return {
    batch(act) {
      try {
        gather(act)
      } finally {
        flush()
      }
    },
    stream(act) {
      try {
        gather(act)
      } finally {
        flushAndRest()
      }
    },
    touch(conversationId) {
      expire(conversationId)
      touched.add(conversationId)
      flush()
    },
  }
}
