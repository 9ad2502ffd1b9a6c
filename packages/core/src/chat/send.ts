import { isDuplicate } from '@parley/db/database'
import { isBlockedInPair } from '@parley/db/queries/blocks'
import { insertMessage, type Stored } from '@parley/db/queries/insertMessage'
import { participantsAmong } from '@parley/db/queries/members'
import type { SendInput } from '@parley/protocol/chatInputs'
import { parseMessageId } from '@parley/protocol/ids'
import type { Content, Message } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { notDelivered } from '../notDelivered.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { announceLater } from './announceLater.ts'

/**
 * Sends a message, once per sender and `clientId`: sent again, it is the stored message and
 * is announced again.
 */
export async function send(core: Core, caller: Caller, input: SendInput): Promise<Message> {
  const stored = await store(core, caller, input)
  if (!stored) throw await whyNot(core, caller, input)
  const { message, membersVersion } = stored
  if (message.conversationId !== input.conversationId) {
    throw usedElsewhere()
  }
  const { conversationId, version } = message
  announceLater(core, membersVersion, { conversationId, version, message })
  return message
}

/** A `clientId` stands for one message, in one conversation. */
export function usedElsewhere(): Refusal {
  return new Refusal('CONFLICT', 'This clientId was used in another conversation.')
}

async function store(core: Core, caller: Caller, input: SendInput): Promise<Stored | undefined> {
  const { conversationId, clientId, content } = input
  const quoted = input.replyTo === undefined ? null : parseMessageId(input.replyTo)
  if (quoted === undefined || (quoted && quoted.conversationId !== conversationId)) {
    throw notFound('message')
  }
  const outgoing = {
    conversationId,
    clientId,
    senderId: caller.userId,
    text: content.text,
    mentions: await knownMentions(core, conversationId, content),
    replyTo: quoted?.seq ?? null,
  }
  try {
    return await insertMessage(core.sql, outgoing)
  } catch (error) {
    // The same message twice at once: the other one is stored by now.
    if (isDuplicate(error, 'messages_sent_once')) return insertMessage(core.sql, outgoing)
    throw error
  }
}

/** Mentions of people who do not take part would mean nothing; they are left out. */
async function knownMentions(
  core: Core,
  conversationId: string,
  { mentions }: Content,
): Promise<string[] | null> {
  if (!mentions || mentions.length === 0) return null
  const known = await participantsAmong(core.sql, conversationId, mentions)
  return known.length > 0 ? known : null
}

async function whyNot({ sql }: Core, { userId }: Caller, { conversationId }: SendInput) {
  const [member] = await participantsAmong(sql, conversationId, [userId])
  if (!member) return notFound('conversation')
  return (await isBlockedInPair(sql, conversationId, userId)) ? notDelivered() : notFound('message')
}
