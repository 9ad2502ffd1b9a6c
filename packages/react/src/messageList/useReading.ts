import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect } from 'react'
import { useAttention } from '../conversation/useAttention.ts'
import { lowestInView } from './lowestInView.ts'
import type { Row } from './rows.ts'

interface Given {
  rows: readonly Row[]
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** On the way to another place nothing is looked at. */
  isPlaced: boolean
  readSeq: number
  markRead: (seq: number) => void
}

/**
 * Reports the lowest message on the screen as read, and only while somebody may be looking
 * at it: the tab in front, focused, and the message in view.
 */
export function useReading({ rows, virtualizer, isPlaced, readSeq, markRead }: Given): void {
  const isAttentive = useAttention()
  const row = isAttentive && isPlaced ? rows[lowestInView(rows, virtualizer, isMessage)] : undefined
  const seq = row?.kind === 'message' ? row.message.seq : 0
  useEffect(() => {
    if (seq > readSeq) markRead(seq)
  }, [seq, readSeq, markRead])
}

function isMessage({ kind }: Row): boolean {
  return kind === 'message'
}
