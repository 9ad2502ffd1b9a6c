import type { Listed } from '@parley/client/listed'
import { useCallback, useEffect, useRef, useState } from 'react'

/** How long the order holds still after the pointer last moved over the list. */
const pointerHolds = 2_000
/** After a key: somebody who listens to the rows takes longer than somebody who sees them. */
const keyHolds = 5_000

/**
 * The live order, except under a moving pointer, after a key and while a row's menu is open: what
 * somebody is about to choose must not slip away. New conversations come in at once, at the place
 * that the live order gives them.
 */
export function useSteadyOrder(items: readonly Listed[]) {
  const [held, setHeld] = useState<readonly string[]>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const live = useRef(items)
  useEffect(() => {
    live.current = items
  })

  const release = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(undefined)
  }, [])
  const hold = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(before => before ?? live.current.map(({ id }) => id))
  }, [])
  const holdFor = useCallback(
    (ms: number) => {
      hold()
      timer.current = setTimeout(release, ms)
    },
    [hold, release],
  )
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    ordered: held ? steady(items, held) : items,
    onPointer: useCallback(() => holdFor(pointerHolds), [holdFor]),
    onKey: useCallback(() => holdFor(keyHolds), [holdFor]),
    /** Until it is released. */
    hold,
    release,
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
