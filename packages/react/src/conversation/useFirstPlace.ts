import { useEffect, useLayoutEffect, useState } from 'react'
import type { Row } from './rows.ts'
import type { useMessageScroll } from './useMessageScroll.ts'

/** For so long the virtualizer corrects its place, as it measures rows that it only guessed. */
const correctingFrames = 5

/** Whoever scrolls away before all this is done is where they want to be. */
const atLatest = 1_000

type Scroll = Pick<ReturnType<typeof useMessageScroll>, 'virtualizer' | 'toEnd'>

/**
 * Once, as soon as there are rows: to the first unread message, otherwise to the end.
 *
 * @returns whether that is done. Until then nothing may come in above: a place is found by
 *   its index, and what is shown on the way there is near the top for no reason.
 */
export function useFirstPlace(rows: readonly Row[], { virtualizer, toEnd }: Scroll): boolean {
  const [isPlaced, setPlaced] = useState(false)
  const [target, setTarget] = useState<number>()
  useLayoutEffect(() => {
    if (target !== undefined || rows.length === 0) return
    const fresh = rows.findIndex(row => row.kind === 'new')
    setTarget(fresh === -1 ? rows.length - 1 : fresh)
    if (fresh === -1) toEnd()
    else virtualizer.scrollToIndex(fresh, { align: 'start' })
  }, [target, rows, virtualizer, toEnd])

  const isThere =
    target !== undefined && (virtualizer.getVirtualItems().at(-1)?.index ?? -1) >= target
  useEffect(() => {
    if (isThere) return afterFrames(correctingFrames, () => setPlaced(true))
  }, [isThere])

  const hasRows = rows.length > 0
  useEffect(() => {
    if (!hasRows) return
    const timer = setTimeout(() => setPlaced(true), atLatest)
    return () => clearTimeout(timer)
  }, [hasRows])
  return isPlaced
}

/** @returns what calls it off */
function afterFrames(count: number, act: () => void): () => void {
  let left = count
  let frame = requestAnimationFrame(function next() {
    left -= 1
    if (left === 0) act()
    else frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}
