import type { Presence } from '@parley/protocol/presence'

/**
 * One subscription: whom it looks at, what it was told last, and what it is to be told, which
 * is one latest state for each person, however slowly it reads.
 */
export class Watching {
  readonly viewer: string
  /** Each of them once. */
  readonly targets: readonly string[]
  readonly #onFilled: () => void
  readonly #told = new Map<string, Presence>()
  readonly #waiting = new Map<string, Presence>()
  isOver = false

  /** @param onFilled called whenever there is something to take */
  constructor(viewer: string, targets: readonly string[], onFilled: () => void) {
    this.viewer = viewer
    this.targets = [...new Set(targets)]
    this.#onFilled = onFilled
  }

  show(presence: Presence): void {
    const { userId } = presence
    const told = this.#told.get(userId)
    if (told && isSame(told, presence)) {
      // It became otherwise and is again as it was, before anybody looked.
      this.#waiting.delete(userId)
      return
    }
    this.#waiting.set(userId, presence)
    this.#onFilled()
  }

  isFilled(): boolean {
    return this.#waiting.size > 0
  }

  take(): Presence | undefined {
    for (const [userId, presence] of this.#waiting) {
      this.#waiting.delete(userId)
      this.#told.set(userId, presence)
      return presence
    }
    return undefined
  }
}

function isSame(a: Presence, b: Presence): boolean {
  return (
    a.status === b.status && a.connectionCount === b.connectionCount && a.lastSeen === b.lastSeen
  )
}
