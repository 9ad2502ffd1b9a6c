import type { EditInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { rewrite } from './rewrite.ts'

/** Changes the text of one's own message; the same text again changes nothing. */
export function edit(core: Core, caller: Caller, { messageId, text }: EditInput): Promise<Message> {
  return rewrite(core, caller, messageId, (row, now) => {
    if (row.senderId !== caller.userId) {
      throw new Refusal('FORBIDDEN', 'Only its sender may edit a message.')
    }
    if (row.removedAt) throw new Refusal('CONFLICT', 'This message was removed.')
    return row.text === text ? row : { ...row, text, editedAt: now }
  })
}
