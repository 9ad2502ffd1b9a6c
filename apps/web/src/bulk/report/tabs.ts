/** Which part of a report is shown. It stands in the address, so that it outlives a reload. */
import { type Broadcast, recipientStates } from '@parley/protocol/bulk'
import type { RecipientState } from '../../words/bulkReportWords.ts'

export function chosenIn(search: string): RecipientState | undefined {
  const only = new URLSearchParams(search).get('only')
  return recipientStates.find(state => state === only)
}

export function addressOf(broadcastId: string, only: RecipientState | undefined): string {
  return only === undefined ? `/bulk/${broadcastId}` : `/bulk/${broadcastId}?only=${only}`
}

export interface Tab {
  only: RecipientState | undefined
  count: number | undefined
}

/** All, then what there is something of, and what is chosen in any case. */
export function tabsOf(
  { total, totals }: Pick<Broadcast, 'total' | 'totals'>,
  chosen: RecipientState | undefined,
): Tab[] {
  const parts = recipientStates.map(only => ({ only, count: totals?.[only] }))
  return [
    { only: undefined, count: total },
    ...parts.filter(({ only, count = 0 }) => count > 0 || only === chosen),
  ]
}
