import { isBlockedInPair } from '@parley/db/queries/blocks'
import { participantsAmong } from '@parley/db/queries/members'
import type { SendInput } from '@parley/protocol/chatInputs'
import { parseMessageId } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { notDelivered } from '../notDelivered.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { announceLater } from './announceLater.ts'

/**
 * Sends a message, once per sender and `clientId`: sent again, it is the stored message and is
 * announced again. Who has gone since gets it as well, for an answer that was lost, unannounced.
 */
export async function send(core: Core, caller: Caller, input: SendInput): Promise<Message> {
  const { conversationId, clientId, content } = input
  const quoted = input.replyTo === undefined ? null : parseMessageId(input.replyTo)
  if (quoted === undefined || (quoted && quoted.conversationId !== conversationId)) {
    throw notFound('message')
  }
  const stored = await core.writes.send({
    conversationId,
    clientId,
    senderId: caller.userId,
    text: content.text,
    mentions: content.mentions?.length ? content.mentions : null,
    replyTo: quoted?.seq ?? null,
  })
  if (!stored) throw await whyNot(core, caller, input)
  const { message, membersVersion, isThere } = stored
  if (message.conversationId !== conversationId) throw usedElsewhere()
  if (!isThere) return message
  core.typing.sent(caller.userId, conversationId)
  announceLater(core, membersVersion, { conversationId, version: message.version, message })
  return message
}

/** A `clientId` stands for one message, in one conversation. */
export function usedElsewhere(): Refusal {
  return new Refusal('CONFLICT', 'This clientId was used in another conversation.')
}

async function whyNot({ sql }: Core, { userId }: Caller, { conversationId }: SendInput) {
  const [member] = await participantsAmong(sql, conversationId, [userId])
  if (!member) return notFound('conversation')
  return (await isBlockedInPair(sql, conversationId, userId)) ? notDelivered() : notFound('message')
}
