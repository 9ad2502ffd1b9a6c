import type { RecipientReport } from '@parley/protocol/bulk'

/** When somebody came to the state that they are in, where that is known. */
export function reachedAt(row: RecipientReport): string | undefined {
  switch (row.state) {
    case 'sent':
      return row.sentAt
    case 'delivered':
      return row.deliveredAt
    case 'read':
      return row.readAt
    case 'waiting':
    case 'failed':
    case 'cancelled':
      return undefined
  }
}
