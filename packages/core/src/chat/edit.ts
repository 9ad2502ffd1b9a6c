import { iso } from '@parley/db/database'
import { participantsAmong } from '@parley/db/queries/members'
import type { EditInput } from '@parley/protocol/chatInputs'
import { parseMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { rewrite } from './rewrite.ts'

/**
 * Changes the text of one's own message; the same text again changes nothing. An edit that does
 * not know of the last one is refused.
 */
export async function edit(core: Core, caller: Caller, input: EditInput): Promise<Message> {
  const { messageId, text, editedAt: known } = input
  const mentions = await mentionsFor(core, input)
  return await rewrite(core, caller, messageId, (row, now) => {
    if (row.senderId !== caller.userId) {
      throw new Refusal('FORBIDDEN', 'Only its sender may edit a message.')
    }
    if (row.removedAt) throw new Refusal('CONFLICT', 'This message was removed.')
    if (row.text === text) return row
    const isNewest = known === undefined || known === (row.editedAt && iso(row.editedAt))
    if (!isNewest) throw new Refusal('CONFLICT', 'This message was edited elsewhere meanwhile.')
    return {
      ...row,
      text,
      mentions: mentions === undefined ? row.mentions : mentions,
      editedAt: now,
    }
  })
}

/** Only those who take part, as in a message that is sent. */
async function mentionsFor({ sql }: Core, { messageId, mentions }: EditInput) {
  const place = mentions?.length ? parseMessageId(messageId) : undefined
  if (!mentions || !place) return mentions && null
  const there = await participantsAmong(sql, place.conversationId, mentions)
  const ids = mentions.filter(id => there.includes(id))
  return ids.length > 0 ? ids : null
}
