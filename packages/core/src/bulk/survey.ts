import type { Candidate } from '@parley/db/queries/candidates'
import type { Failure } from '@parley/protocol/bulk'
import type { PreviewInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import type { Outcome, Outcomes } from './outcome.ts'
import type { Recipient } from './resolve.ts'

/** A recipient on the page that was asked for. */
export interface Looked {
  candidate: Candidate
  outcome: Outcome
}

export interface Page {
  only: PreviewInput['only']
  /** The number of the last recipient on the page before. */
  after: number
}

/**
 * Counts what would become of each of a long list, and writes the texts of one page of it alone:
 * thousands of them would take long to write and much room.
 */
export function createSurvey({ failureOf, outcomeOf }: Outcomes, { only, after }: Page) {
  const page: Looked[] = []
  const counts = new Map<Failure, number>()
  let total = 0
  let hasMore = false

  function isOnPage({ nth }: Candidate, failed: boolean): boolean {
    if (nth <= after || (only !== undefined && (only === 'failed') !== failed)) return false
    hasMore = page.length === limits.page
    return !hasMore
  }

  return {
    page,
    counts,
    /** @param reason why it is not even tried with them */
    look(candidate: Candidate, reason: Recipient['reason']): void {
      const failure = reason ? { reason } : failureOf(candidate)
      total += 1
      if (failure) counts.set(failure.reason, (counts.get(failure.reason) ?? 0) + 1)
      if (!isOnPage(candidate, failure !== undefined)) return
      page.push({ candidate, outcome: failure ?? outcomeOf(candidate) })
    },
    total: () => total,
    /** The number of the last one on the page, when more follow. */
    last: () => (hasMore ? page.at(-1)?.candidate.nth : undefined),
  }
}

export type Survey = ReturnType<typeof createSurvey>
