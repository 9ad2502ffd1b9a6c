import type { Listed } from '@parley/client/listed'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ListMemory } from './listMemory.ts'

/** What rows are high in letters of the usual size: where that is right, nothing moves when they are drawn. */
const height = { usual: 64, withJob: 80 }

/** More pages are asked for when so few rows are left below those that are drawn. */
const moreWithin = 12

/** Which rows are drawn, and where; it begins where it was left. */
export function useListScroll(rows: readonly Listed[], keptAt: number, memory: ListMemory) {
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [above, setAbove] = useState(0)
  // What stands above the rows comes and goes.
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0))

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.job ? height.withJob : height.usual),
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    rangeExtractor: useCallback((range: Range) => withKept(range, keptAt), [keptAt]),
    overscan: 5,
    scrollMargin: above,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    initialOffset: memory.offset,
    initialMeasurementsCache: memory.sizes,
  })
  useEffect(
    () => () => {
      memory.offset = virtualizer.scrollOffset ?? 0
      memory.sizes = virtualizer.takeSnapshot()
    },
    [virtualizer, memory],
  )

  const drawn = virtualizer.getVirtualItems()
  const last = virtualizer.range?.endIndex ?? 0
  return { scroller, list, virtualizer, drawn, isNearEnd: last >= rows.length - moreWithin }
}

/** The row that has the focus, or would get it, is drawn wherever it is. */
function withKept(range: Range, keptAt: number): number[] {
  const inView = defaultRangeExtractor(range)
  if (keptAt < 0 || keptAt >= range.count || inView.includes(keptAt)) return inView
  return keptAt < (inView[0] ?? 0) ? [keptAt, ...inView] : [...inView, keptAt]
}
