import type { Listed } from '@parley/client/listed'
import { useRef, useState } from 'react'

/** How long the order holds still after the pointer last moved over the list. */
const holdFor = 2_000

/**
 * The live order, except under a moving pointer: what somebody is about to click must not
 * slip away. New conversations come in at once, at the place that the live order gives them.
 */
export function useSteadyOrder(items: readonly Listed[]) {
  const [held, setHeld] = useState<readonly string[]>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const release = () => {
    clearTimeout(timer.current)
    setHeld(undefined)
  }
  const hold = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(release, holdFor)
    setHeld(before => before ?? items.map(({ id }) => id))
  }
  return {
    ordered: held ? steady(items, held) : items,
    onPointerMove: hold,
    onPointerLeave: release,
  }
}

/** `items` with those that `held` names at their old places among each other. */
export function steady(items: readonly Listed[], held: readonly string[]): readonly Listed[] {
  const byId = new Map(items.map(item => [item.id, item]))
  const kept = held.flatMap(id => byId.get(id) ?? [])
  const places = new Set(held)
  let next = 0
  return items.map(item => (places.has(item.id) ? (kept[next++] ?? item) : item))
}
