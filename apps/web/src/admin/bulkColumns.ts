import { bulkUseWords as words } from '../words/bulkUseWords.ts'
import type { Column } from './Records.tsx'

interface Use {
  broadcasts: number
  recipients: number
  sent: number
  failed: number
}

/** What is counted of each day and of each contractor. */
export const bulkColumns: readonly Column<Use>[] = [
  number(words.columns.broadcasts, ({ broadcasts }) => words.number(broadcasts)),
  number(words.columns.recipients, ({ recipients }) => words.number(recipients)),
  number(words.columns.sent, ({ sent }) => words.number(sent)),
  number(words.columns.failed, ({ failed }) => words.number(failed)),
  number(words.columns.share, ({ sent, failed }) => words.share(failed, sent + failed)),
]

function number(name: string, cell: (use: Use) => string): Column<Use> {
  return { name, isNumber: true, cell }
}
