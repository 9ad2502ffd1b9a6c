/** Tells of changes once they are complete: what belongs together is told together. */
export interface Notices {
  /** Something of this conversation changed. */
  touch(conversationId: string): void
  batch(act: () => void): void
}

export function createNotices(tell: (conversations: ReadonlySet<string>) => void): Notices {
  let touched = new Set<string>()
  let depth = 0

  function batch(act: () => void): void {
    depth += 1
    try {
      act()
    } finally {
      depth -= 1
      if (depth === 0) flush()
    }
  }

  function flush(): void {
    if (touched.size === 0) return
    const conversations = touched
    touched = new Set()
    tell(conversations)
  }

  return {
    batch,
    touch(conversationId) {
      touched.add(conversationId)
      if (depth === 0) flush()
    },
  }
}
