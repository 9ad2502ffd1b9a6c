/**
 * What waits to be sent in one conversation, in order: pure, and plain enough to be stored.
 * A message leaves the queue when its sender and `clientId` are seen in a row, by whichever
 * way that row came.
 */
import type { Message } from '@parley/protocol/message'
import type { Reason } from '@parley/protocol/reasons'

export interface Outgoing {
  readonly clientId: string
  readonly text: string
  readonly mentions?: readonly string[] | undefined
  readonly replyTo?: string | undefined
  readonly createdAt: string
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending' }
    | { readonly kind: 'failed'; readonly reason: Reason }
}

export type Queue = readonly Outgoing[]

/** The one to send next: the first that did not fail, unless it is on its way. */
export function nextToSend(queue: Queue): Outgoing | undefined {
  const first = queue.find(({ state }) => state.kind !== 'failed')
  return first?.state.kind === 'waiting' ? first : undefined
}

export function withState(queue: Queue, clientId: string, state: Outgoing['state']): Queue {
  const at = queue.findIndex(entry => entry.clientId === clientId)
  const entry = queue[at]
  return entry && entry.state !== state ? queue.with(at, { ...entry, state }) : queue
}

/** Without the messages that the server has: the very same queue when none of them is in it. */
export function settled(queue: Queue, me: string, messages: readonly Message[]): Queue {
  const stored = new Set(
    messages.filter(({ senderId }) => senderId === me).map(({ clientId }) => clientId),
  )
  const left = queue.filter(({ clientId }) => !stored.has(clientId))
  return left.length === queue.length ? queue : left
}

/** Only what is not on its way can be taken back. */
export function without(queue: Queue, clientId: string): Queue {
  return queue.filter(entry => entry.clientId !== clientId || entry.state.kind === 'sending')
}

export function retried(queue: Queue, clientId: string): Queue {
  const failed = queue.some(entry => entry.clientId === clientId && entry.state.kind === 'failed')
  return failed ? withState(queue, clientId, { kind: 'waiting' }) : queue
}
