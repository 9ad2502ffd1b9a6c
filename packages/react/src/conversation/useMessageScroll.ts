/**
 * The scrolling of a conversation: anchored at its end, so that older messages come in above
 * without moving what is read, and whoever is at the end stays there.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Row } from './rows.ts'

/** So near to the end counts as being there. */
const endWithin = 40

/** Room for what stands above the first message. It never changes: see `rowsOf`. */
export const topSpace = 72
const bottomSpace = 12

function estimate(row: Row | undefined): number {
  switch (row?.kind) {
    case 'day':
      return 42
    case 'new':
      return 36
    default: {
      const text = row?.kind === 'outgoing' ? row.outgoing.text : row?.message.content?.text
      const lines = Math.ceil((text?.length ?? 0) / 60)
      return 38 + lines * 22
    }
  }
}

export function useMessageScroll(rows: readonly Row[]) {
  const scroller = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const atEnd = useRef(true)

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => estimate(rows[index]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: endWithin,
    overscan: 10,
    paddingStart: topSpace,
    paddingEnd: bottomSpace,
  })

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const left = element.scrollHeight - element.scrollTop - element.clientHeight
    atEnd.current = left <= endWithin
    setAtEnd(atEnd.current)
  }, [])

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

  return { scroller, virtualizer, isAtEnd, onScroll, toEnd }
}
