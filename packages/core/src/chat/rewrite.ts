import { isBlockedInPair } from '@parley/db/queries/blocks'
import { lockConversation, raiseVersion } from '@parley/db/queries/lockConversation'
import { rewriteMessage, visibleMessage } from '@parley/db/queries/rewriteMessage'
import { type MessageRow, messageOf } from '@parley/db/rows/message'
import { parseMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { notDelivered } from '../notDelivered.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { announceLater } from './announceLater.ts'

/**
 * Changes one message under the conversation's lock and tells the participants. `change`
 * answers the row as it shall be from now on, the same row when there is nothing to change,
 * or throws its refusal.
 *
 * @param alsoBlocked whether somebody whom the other one of the pair has blocked may do it
 */
export async function rewrite(
  core: Core,
  { userId }: Caller,
  messageId: string,
  change: (row: MessageRow, now: string) => MessageRow,
  { alsoBlocked = false } = {},
): Promise<Message> {
  const place = parseMessageId(messageId)
  if (!place) throw notFound('message')
  const { conversationId, seq } = place
  const done = await core.patientSql.begin(async tx => {
    const locked = await lockConversation(tx, conversationId, userId)
    const visible = locked && (await visibleMessage(tx, conversationId, seq, userId))
    if (!visible) throw notFound('message')
    const { row, now } = visible
    if (row.event) throw new Refusal('FORBIDDEN', 'What became of the group stands as it is.')
    if (!alsoBlocked && (await isBlockedInPair(tx, conversationId, userId))) throw notDelivered()
    const changed = change(row, now)
    if (changed === row) return { message: messageOf(row), membersVersion: undefined }
    const version = await raiseVersion(tx, conversationId)
    const message = await rewriteMessage(tx, { ...changed, version })
    return { message, membersVersion: locked.membersVersion }
  })
  const { message, membersVersion } = done
  if (membersVersion !== undefined) {
    announceLater(core, membersVersion, { conversationId, version: message.version, message })
  }
  return message
}
