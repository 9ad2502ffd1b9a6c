import type { Look } from '@parley/db/queries/presence'
import type { Presence } from '@parley/protocol/presence'
import type { Watching } from './watching.ts'

/** In one round, so that who watches many does not keep the others waiting. */
const ofOneMost = 400

/** Who has to look at whom, each once. */
export class Due {
  readonly #targets = new Map<Watching, Set<string>>()

  get isEmpty(): boolean {
    return this.#targets.size === 0
  }

  add(watching: Watching, targets: Iterable<string>): void {
    if (watching.isOver) return
    const known = this.#targets.get(watching) ?? new Set()
    for (const target of targets) known.add(target)
    if (known.size > 0) this.#targets.set(watching, known)
  }

  forget(watching: Watching): void {
    this.#targets.delete(watching)
  }

  /** Moves whole subscriptions over, until there are this many looks. */
  takeInto(taken: Map<Watching, Set<string>>, most: number): void {
    const byViewer = new Map<string, number>()
    const count = ({ viewer }: Watching, { size }: Set<string>) => {
      byViewer.set(viewer, (byViewer.get(viewer) ?? 0) + size)
      return size
    }
    let all = [...taken].reduce((sum, [watching, targets]) => sum + count(watching, targets), 0)
    for (const [watching, targets] of this.#targets) {
      if (all >= most) return
      if ((byViewer.get(watching.viewer) ?? 0) >= ofOneMost) continue
      this.#targets.delete(watching)
      taken.set(watching, new Set([...(taken.get(watching) ?? []), ...targets]))
      all += count(watching, targets)
    }
  }
}

/** Several subscriptions of one person look only once. */
export function looksOf(taken: Map<Watching, Set<string>>): Look[] {
  const byViewer = new Map<string, Set<string>>()
  for (const [{ viewer }, targets] of taken) {
    const known = byViewer.get(viewer) ?? new Set()
    for (const target of targets) known.add(target)
    byViewer.set(viewer, known)
  }
  return [...byViewer].flatMap(([viewer, targets]) =>
    [...targets].map(target => ({ viewer, target })),
  )
}

/** Shows each subscription what was seen of those whom it had to look at. */
export function showTo(
  taken: Map<Watching, Set<string>>,
  looks: readonly Look[],
  presences: readonly Presence[],
): void {
  const seen = new Map<string, Map<string, Presence>>()
  for (const [at, { viewer, target }] of looks.entries()) {
    const presence = presences[at]
    if (presence) seen.set(viewer, (seen.get(viewer) ?? new Map()).set(target, presence))
  }
  for (const [watching, targets] of taken) {
    for (const target of targets) {
      const presence = seen.get(watching.viewer)?.get(target)
      if (presence && !watching.isOver) watching.show(presence)
    }
  }
}
