import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect } from 'react'
import type { Row } from './rows.ts'
import { useAttention } from './useAttention.ts'

interface Given {
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  readSeq: number
  markRead: (seq: number) => void
}

/**
 * Reports the lowest message on the screen as read, and only while somebody may be looking
 * at it: the tab in front, focused, and the message in view.
 */
export function useReading({ rows, virtualizer, readSeq, markRead }: Given): void {
  const isAttentive = useAttention()
  const seq = isAttentive ? lowestInView(rows, virtualizer) : 0
  useEffect(() => {
    if (seq > readSeq) markRead(seq)
  }, [seq, readSeq, markRead])
}

function lowestInView(rows: readonly Row[], virtualizer: Given['virtualizer']): number {
  const top = virtualizer.scrollOffset ?? 0
  const bottom = top + (virtualizer.scrollRect?.height ?? 0)
  for (const item of virtualizer.getVirtualItems().toReversed()) {
    const row = rows[item.index]
    // Seen is a row whose middle is in view; of one taller than the view, its middle suffices.
    const middle = (item.start + item.end) / 2
    if (row?.kind === 'message' && middle <= bottom && item.end > top) return row.message.seq
  }
  return 0
}
