import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { rewrite } from './rewrite.ts'

/** Takes one's own message away, its content from the database too; a tombstone stays. */
export function remove(core: Core, caller: Caller, messageId: string): Promise<Message> {
  return rewrite(core, caller, messageId, row => {
    if (row.senderId !== caller.userId) {
      throw new Refusal('FORBIDDEN', 'Only its sender may remove a message.')
    }
    if (row.removedAt) return row
    const removedAt = new Date().toISOString()
    return { ...row, text: null, mentions: null, reactions: [], removedAt }
  })
}
