import { bulkUsage } from '@parley/db/queries/bulkUsage'
import type { BulkReport } from '@parley/protocol/admin'
import type { BulkInput } from '@parley/protocol/adminInputs'
import type { Core } from '../core.ts'

/** How contractors use bulk messages: by day, by contractor, why some fail, and how long it takes. */
export function bulk(core: Core, { days }: BulkInput): Promise<BulkReport> {
  // It adds up weeks: nobody who chats should wait behind it.
  return bulkUsage(core.bulk.sql, days)
}
