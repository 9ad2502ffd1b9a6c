import type { RecipientReport } from '@parley/protocol/bulk'
import { variablesIn } from '@parley/protocol/template'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { failureWords } from '../../words/failureWords.ts'

/**
 * Why somebody did not get it, in words.
 *
 * @param text of the broadcast, as it was written: of its variables only a job's may have no value
 */
export function whyOf(
  { reason }: Pick<RecipientReport, 'reason'>,
  text: string,
): string | undefined {
  if (reason === undefined) return undefined
  const maybeMissing = variablesIn(text).known.filter(name => name.startsWith('job.'))
  return reason === 'MISSING_VALUE' && maybeMissing.length > 0
    ? bulkReportWords.report.noValueFor(maybeMissing)
    : failureWords[reason]
}
