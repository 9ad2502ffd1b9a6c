import type { NodeReport } from '@parley/protocol/admin'

/** A node as it last said it was, and when that was. */
export interface NodeRow {
  report: NodeReport
  answeredAt: number
}

/** A node that said nothing for so long is not expected back: it has another id when it starts. */
const forgottenAfter = 60_000

/**
 * The rows after another answer: whoever answered, and for a while whoever did before and does
 * not any more, each in its place. The oldest node stands first.
 */
export function nodeRowsAfter(
  before: readonly NodeRow[],
  reports: readonly NodeReport[],
  now: number,
): NodeRow[] {
  const answered = new Set(reports.map(({ id }) => id))
  const silent = before.filter(
    ({ report, answeredAt }) => !answered.has(report.id) && now - answeredAt < forgottenAfter,
  )
  const fresh = reports.map(report => ({ report, answeredAt: now }))
  return [...fresh, ...silent].sort(
    (a, b) => Date.parse(a.report.since) - Date.parse(b.report.since),
  )
}

/** Whether it answered when the nodes were last asked. */
export function isSilent({ answeredAt }: NodeRow, askedAt: number): boolean {
  return answeredAt < askedAt
}
