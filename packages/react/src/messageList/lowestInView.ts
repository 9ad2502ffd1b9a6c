import type { Virtualizer } from '@tanstack/react-virtual'
import type { Row } from './rows.ts'

type View = Virtualizer<HTMLDivElement, Element>

/** The index of the lowest such row on the screen, -1 where there is none. */
export function lowestInView(
  rows: readonly Row[],
  virtualizer: View,
  isMeant: (row: Row) => boolean,
): number {
  const top = virtualizer.scrollOffset ?? 0
  const bottom = top + (virtualizer.scrollRect?.height ?? 0)
  for (const item of virtualizer.getVirtualItems().toReversed()) {
    const row = rows[item.index]
    // Seen is a row whose middle is in view; of one taller than the view, its middle suffices.
    const middle = (item.start + item.end) / 2
    if (row && isMeant(row) && middle <= bottom && item.end > top) return item.index
  }
  return -1
}
