import type { Look } from '@parley/db/queries/presence'
import type { Watching } from './watching.ts'

/** Who has to look at whom again, each once. */
export class Due {
  readonly #targets = new Map<Watching, Set<string>>()

  get isEmpty(): boolean {
    return this.#targets.size === 0
  }

  add(watching: Watching, targets: Iterable<string>): void {
    const known = this.#targets.get(watching)
    if (!known) this.#targets.set(watching, new Set(targets))
    else for (const target of targets) known.add(target)
  }

  forget(watching: Watching): void {
    this.#targets.delete(watching)
  }

  /** Moves whole subscriptions over, until there are this many looks. */
  takeInto(taken: Map<Watching, Set<string>>, most: number): void {
    let count = [...taken.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [watching, targets] of this.#targets) {
      if (count >= most) return
      this.#targets.delete(watching)
      taken.set(watching, new Set([...(taken.get(watching) ?? []), ...targets]))
      count += targets.size
    }
  }
}

/** Several subscriptions of one person look only once. */
export function looksOf(taken: Map<Watching, Set<string>>): Look[] {
  const byViewer = new Map<string, Set<string>>()
  for (const [{ viewer }, targets] of taken) {
    const known = byViewer.get(viewer)
    if (!known) byViewer.set(viewer, new Set(targets))
    else for (const target of targets) known.add(target)
  }
  return [...byViewer].flatMap(([viewer, targets]) =>
    [...targets].map(target => ({ viewer, target })),
  )
}
