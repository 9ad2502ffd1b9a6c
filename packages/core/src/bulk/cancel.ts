import { cancelBroadcast } from '@parley/db/queries/broadcastQueue'
import type { Broadcast } from '@parley/protocol/bulk'
import type { Caller, Core } from '../core.ts'
import { readBroadcast } from './read.ts'

/** Ends a broadcast that is scheduled or running; what went, went. One that is over stays as it is. */
export async function cancel(core: Core, caller: Caller, broadcastId: string): Promise<Broadcast> {
  const ended = await core.patientSql.begin(tx => cancelBroadcast(tx, caller.userId, broadcastId))
  if (ended) {
    core.bulk.observer.ended('cancelled', ended.seconds)
    core.bus.signal([caller.userId], { broadcast: { id: broadcastId } })
  }
  return readBroadcast(core, caller, broadcastId)
}
