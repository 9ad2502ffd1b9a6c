/**
 * The scrolling of a conversation: anchored at its end, so that older messages come in above
 * without moving what is read, and whoever is at the end stays there. Of an older part that is
 * looked at the end is none: what comes in below it moves nobody.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { rowSpace } from './heights.ts'
import { numbersOf, type RowNumbers } from './rowNumbers.ts'
import type { Row } from './rows.ts'

/** So near to the end counts as being there. */
const endWithin = 40
const nowhere = -1

/** For so long what grows grows downwards, after somebody made it grow. */
const holdingFrames = 4

interface Given {
  rows: readonly Row[]
  /** The rows reach the newest message. */
  latest: boolean
  /** The row that has the focus stays, wherever one scrolls. */
  keptIndex: number
}

export function useMessageScroll({ rows, latest, keptIndex }: Given) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const [isHeld, setHeld] = useState(false)
  const atEnd = useRef(true)

  const { keys, heights } = useNumbers(rows)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heights[index] ?? 0,
    getItemKey: useCallback((index: number) => keys[index] ?? -1, [keys]),
    anchorTo: 'end',
    followOnAppend: latest,
    scrollEndThreshold: latest && !isHeld ? endWithin : nowhere,
    overscan: 10,
    paddingStart: rowSpace.top,
    paddingEnd: rowSpace.bottom,
    scrollPaddingStart: rowSpace.around,
    scrollPaddingEnd: rowSpace.around,
    rangeExtractor: useCallback((range: Range) => withKept(range, keptIndex), [keptIndex]),
  })

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const left = element.scrollHeight - element.scrollTop - element.clientHeight
    atEnd.current = latest && left <= endWithin
    setAtEnd(atEnd.current)
  }, [latest])
  useLayoutEffect(look, [look])

  const toEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer])

  // What comes in above a last row that stays, such as what I wrote offline, is no append to the
  // virtualizer; whoever was at the end still is.
  const before = useRef(rows)
  useLayoutEffect(() => {
    const hasGrown = rows.length > before.current.length
    const last = before.current.at(-1)
    before.current = rows
    if (atEnd.current && hasGrown && last && last.key === rows.at(-1)?.key) toEnd()
  }, [rows, toEnd])

  // The composer grew or a phone's keyboard came up: whoever was at the end still is.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => atEnd.current && toEnd())
    observer.observe(element)
    return () => observer.disconnect()
  }, [toEnd])

  useEffect(() => {
    if (!isHeld) return
    let left = holdingFrames
    let frame = requestAnimationFrame(function next() {
      left -= 1
      if (left > 0) frame = requestAnimationFrame(next)
      else {
        setHeld(false)
        look()
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [isHeld, look])
  const hold = useCallback(() => setHeld(true), [])

  return { scroller, virtualizer, isAtEnd: isAtEnd && latest, onScroll: look, hold }
}

function useNumbers(rows: readonly Row[]): RowNumbers {
  const before = useRef<RowNumbers>(undefined)
  const numbers = useMemo(() => numbersOf(rows, before.current), [rows])
  useLayoutEffect(() => {
    before.current = numbers
  }, [numbers])
  return numbers
}

function withKept(range: Range, kept: number): number[] {
  const shown = defaultRangeExtractor(range)
  if (kept < 0 || kept >= range.count || shown.includes(kept)) return shown
  return kept < (shown[0] ?? 0) ? [kept, ...shown] : [...shown, kept]
}
