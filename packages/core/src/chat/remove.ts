import type { MessageRow } from '@parley/db/rows/message'
import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { rewrite } from './rewrite.ts'

/**
 * Takes one's own message away, its content from the database too; a tombstone stays. Also
 * somebody who was blocked may take back what they wrote.
 */
export function remove(core: Core, caller: Caller, messageId: string): Promise<Message> {
  const tombstone = (row: MessageRow, now: string): MessageRow => {
    if (row.senderId !== caller.userId) {
      throw new Refusal('FORBIDDEN', 'Only its sender may remove a message.')
    }
    if (row.removedAt) return row
    return { ...row, text: null, mentions: null, reactions: [], removedAt: now }
  }
  return rewrite(core, caller, messageId, tombstone, { alsoBlocked: true })
}
