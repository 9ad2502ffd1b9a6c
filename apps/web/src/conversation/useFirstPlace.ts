import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Row } from './rows.ts'
import type { useMessageScroll } from './useMessageScroll.ts'

type Scroll = Pick<ReturnType<typeof useMessageScroll>, 'virtualizer' | 'toEnd'>

/**
 * Once, as soon as there are rows: to the first unread message, otherwise to the end.
 *
 * @returns whether that is done. Until then nothing may come in above: a place is found by
 *   its index.
 */
export function useFirstPlace(rows: readonly Row[], { virtualizer, toEnd }: Scroll): boolean {
  const [isPlaced, setPlaced] = useState(false)
  const begun = useRef(false)
  useLayoutEffect(
    () => () => {
      begun.current = false // the list was taken away, and with it the place
    },
    [],
  )
  useLayoutEffect(() => {
    if (begun.current || rows.length === 0) return
    begun.current = true
    const fresh = rows.findIndex(row => row.kind === 'new')
    if (fresh === -1) toEnd()
    else virtualizer.scrollToIndex(fresh, { align: 'start' })
  }, [rows, virtualizer, toEnd])

  // The virtualizer corrects its place as it measures the rows, for a few frames.
  const hasRows = rows.length > 0
  useEffect(() => {
    if (!hasRows) return
    const timer = setTimeout(() => setPlaced(true), 100)
    return () => clearTimeout(timer)
  }, [hasRows])
  return isPlaced
}
