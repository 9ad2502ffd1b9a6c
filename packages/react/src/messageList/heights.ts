/** How high things in the list are, before they are measured. */
import type { Row } from './rows.ts'

export const rowSpace = {
  /** For what stands above the first message. It never changes: see `rowsOf`. */
  top: 72,
  bottom: 12,
  /** Left above or below a row that is scrolled to. */
  around: 12,
} as const

/** A text longer than this is shown in part; see `isLong`. */
const mostLines = 21

export function estimatedHeight(row: Row | undefined): number {
  switch (row?.kind) {
    case 'day':
      return 42
    case 'new':
      return 36
    default: {
      const text = row?.kind === 'outgoing' ? row.outgoing.text : row?.message.content?.text
      const lines = Math.ceil((text?.length ?? 0) / 60)
      return 38 + Math.min(lines, mostLines) * 22
    }
  }
}
