/**
 * What waits to be sent in one conversation, in order: pure, and plain enough to be stored.
 * A message leaves the queue when its sender and `clientId` are seen in a row, by whichever
 * way that row came.
 */
import type { SendInput } from '@parley/protocol/chatInputs'
import { messageId, timestamp } from '@parley/protocol/ids'
import type { Message } from '@parley/protocol/message'
import { isReason, type Reason } from '@parley/protocol/reasons'
import * as z from 'zod/mini'

const reason = z.custom<Reason>(isReason)

export const outgoing = z.object({
  clientId: z.string(),
  text: z.string(),
  mentions: z.optional(z.readonly(z.array(z.string()))),
  replyTo: z.optional(messageId),
  /** Also the order: in a conversation no two are of the same moment. */
  createdAt: timestamp,
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('sending') }),
    z.object({ kind: z.literal('failed'), reason }),
  ]),
})
export type Outgoing = Readonly<z.infer<typeof outgoing>>

export type Queue = readonly Outgoing[]

/** The one to send next: the first that did not fail, unless it is on its way. */
export function nextToSend(queue: Queue): Outgoing | undefined {
  const first = queue.find(({ state }) => state.kind !== 'failed')
  return first?.state.kind === 'waiting' ? first : undefined
}

/** Takes a message in where its time puts it, or in its new state. */
export function entered(queue: Queue, message: Outgoing): Queue {
  const others = queue.filter(({ clientId }) => clientId !== message.clientId)
  const at = others.findLastIndex(({ createdAt }) => createdAt <= message.createdAt) + 1
  return others.toSpliced(at, 0, message)
}

/** The time of a message written now: after all that wait, whatever the clock says. */
export function timeAfter(queue: Queue, now: number): string {
  const last = queue.at(-1)
  const earliest = last ? Date.parse(last.createdAt) + 1 : now
  return new Date(Math.max(now, earliest)).toISOString()
}

export function withState(queue: Queue, clientId: string, state: Outgoing['state']): Queue {
  const at = queue.findIndex(entry => entry.clientId === clientId)
  const entry = queue[at]
  return entry && entry.state !== state ? queue.with(at, { ...entry, state }) : queue
}

/** Without the messages that the server has: the very same queue when none of them is in it. */
export function settled(queue: Queue, stored: ReadonlySet<string>): Queue {
  const left = queue.filter(({ clientId }) => !stored.has(clientId))
  return left.length === queue.length ? queue : left
}

/** Which messages of a person are among these rows. */
export function ownAmong(messages: readonly Message[], me: string): ReadonlySet<string> {
  return new Set(messages.filter(({ senderId }) => senderId === me).map(({ clientId }) => clientId))
}

/** Only what is not on its way can be taken back. */
export function without(queue: Queue, clientId: string): Queue {
  return queue.filter(entry => entry.clientId !== clientId || entry.state.kind === 'sending')
}

export function retried(queue: Queue, clientId: string): Queue {
  const failed = queue.some(entry => entry.clientId === clientId && entry.state.kind === 'failed')
  return failed ? withState(queue, clientId, { kind: 'waiting' }) : queue
}

/** The call that sends it, the same each time. */
export function inputOf(
  conversationId: string,
  { clientId, text, mentions, replyTo }: Outgoing,
): SendInput {
  const content = { type: 'text' as const, text, ...(mentions && { mentions: [...mentions] }) }
  return { conversationId, clientId, content, ...(replyTo && { replyTo }) }
}
