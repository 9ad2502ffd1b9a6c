import type { Unsubscribe } from './bus.ts'

/** Who listens to what, by topic. */
export class Listeners<Said> {
  readonly #byTopic = new Map<string, ((said: Said) => void)[]>()

  /** @returns what ends it; calling it twice does nothing more */
  add(topic: string, listener: (said: Said) => void): Unsubscribe {
    // A copy: a listener may leave or join while it is told.
    this.#byTopic.set(topic, [...(this.#byTopic.get(topic) ?? []), listener])
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      const all = this.#byTopic.get(topic) ?? []
      const at = all.indexOf(listener)
      const others = all.filter((_, index) => index !== at)
      if (others.length > 0) this.#byTopic.set(topic, others)
      else this.#byTopic.delete(topic)
    }
  }

  tell(topic: string, said: Said): void {
    for (const listener of this.#byTopic.get(topic) ?? []) listener(said)
  }

  has(topic: string): boolean {
    return this.#byTopic.has(topic)
  }

  topics(): string[] {
    return [...this.#byTopic.keys()]
  }

  clear(): void {
    this.#byTopic.clear()
  }
}
