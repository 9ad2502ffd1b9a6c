import type { Transaction } from '@parley/db/database'
import { depart as end, sharePositions } from '@parley/db/queries/groups'
import { limits } from '@parley/protocol/limits'
import type { Event } from '@parley/protocol/message'
import type { Deed, Group } from './changeGroup.ts'

/**
 * Ends somebody's taking part in a group. When so many are left that they see each other's
 * positions again, those get versions of their own and are fetched as any change that was missed.
 */
export async function depart(
  tx: Transaction,
  group: Group,
  conversationId: string,
  { userId, event }: { userId: string; event: Event },
): Promise<Deed> {
  const left = group.present.size - 1
  const raised =
    left === limits.sharedPositionsMax
      ? await sharePositions(tx, conversationId, { but: userId, version: group.version })
      : 0
  const version = group.version + raised + 1
  const sharesPositions = left <= limits.sharedPositionsMax
  const { own, shared } = await end(tx, conversationId, { userId, version, sharesPositions })
  const changes = [{ conversationId, version, participant: shared }]
  return { event, version, changes, own: [own] }
}
