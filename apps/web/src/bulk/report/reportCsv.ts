/**
 * A report as a file that spreadsheets open: UTF-8 that says so, lines ending as theirs do, and
 * no cell that would be calculated. Fetched only for a download.
 */
import type { RecipientReport } from '@parley/protocol/bulk'
import papaparse from 'papaparse'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { failureIn } from '../../words/failureWords.ts'

/**
 * What begins like a formula, also after spaces, over several lines, or in the wide characters
 * that some spreadsheets read as the narrow ones.
 */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u

const byteOrderMark = '\uFEFF'

/** @param origin where the conversations are */
export function reportCsv(rows: readonly RecipientReport[], origin: string): string {
  const { columns } = bulkReportWords.download
  const data = rows.map(row => [
    row.user?.name ?? '',
    row.userId,
    bulkReportWords.states[row.state],
    row.reason ? failureIn(row.reason, row.missing) : '',
    row.reason ?? '',
    row.sentAt ?? '',
    row.deliveredAt ?? '',
    row.readAt ?? '',
    row.conversationId ? `${origin}/c/${row.conversationId}` : '',
  ])
  const lines = papaparse.unparse(
    {
      fields: [
        columns.name,
        columns.id,
        columns.state,
        columns.reason,
        columns.code,
        columns.sentAt,
        columns.deliveredAt,
        columns.readAt,
        columns.conversation,
      ],
      data,
    },
    // Quoted throughout: where a semicolon ends cells, one in a name would begin another.
    { newline: '\r\n', quotes: true, escapeFormulae: formula },
  )
  return `${byteOrderMark}${lines}\r\n`
}
