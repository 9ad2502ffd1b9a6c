/**
 * Sends what waits in the outbox: one message at a time in each conversation, so that they
 * arrive in order, each until its outcome is known.
 */
import type { SendInput } from '@parley/protocol/chatInputs'
import type { Message } from '@parley/protocol/message'
import { insist, type Means, Unwanted } from './insist.ts'
import { createLimiter } from './limiter.ts'
import {
  nextToSend,
  type Outgoing,
  type Queue,
  retried,
  settled,
  without,
  withState,
} from './outbox.ts'
import { Refused } from './refused.ts'
import type { Calls } from './transport.ts'

export interface Draft {
  text: string
  mentions?: readonly string[] | undefined
  replyTo?: string | undefined
}

export interface Sending {
  queue(conversationId: string): Queue
  send(conversationId: string, draft: Draft): void
  retry(conversationId: string, clientId: string): void
  discard(conversationId: string, clientId: string): void
  /** Rows that came by any way: what of ours is among them was sent. */
  settle(conversationId: string, messages: readonly Message[]): void
}

interface Options {
  me: string
  means: Means
  calls: Pick<Calls, 'send'>
  /** Takes the acknowledged row in, which settles it. */
  onStored: (message: Message) => void
  onChanged: (conversationId: string) => void
  createId: () => string
}

const inFlightMax = 8
const nothing: Queue = []

export function createSending(options: Options): Sending {
  const { me, means, calls, onStored, onChanged, createId } = options
  const queues = new Map<string, Queue>()
  /** In each conversation the message that is being sent, and what stops waiting for its answer. */
  const sending = new Map<string, { clientId: string; stop: () => void }>()
  const limit = createLimiter(inFlightMax)

  const queueOf = (id: string) => queues.get(id) ?? nothing

  function put(id: string, queue: Queue): void {
    if (queue === queueOf(id)) return
    if (queue.length === 0) queues.delete(id)
    else queues.set(id, queue)
    onChanged(id)
  }

  function mark(id: string, clientId: string, state: Outgoing['state']): void {
    put(id, withState(queueOf(id), clientId, state))
  }

  /** What is not in the queue any more is not waited for. */
  function stopIfGone(id: string): void {
    const current = sending.get(id)
    if (current && !has(queueOf(id), current.clientId)) current.stop()
  }

  function pump(id: string): void {
    const next = nextToSend(queueOf(id))
    if (!next || sending.has(id)) return
    const { clientId } = next
    const stopped = new Promise<void>(stop => sending.set(id, { clientId, stop }))
    Promise.race([stopped, deliver(id, next)])
      .catch(error => {
        if (error instanceof Unwanted) return
        const reason = error instanceof Refused ? error.reason : 'INTERNAL'
        mark(id, clientId, { kind: 'failed', reason })
        if (!(error instanceof Refused)) throw error
      })
      .finally(() => {
        sending.delete(id)
        pump(id)
      })
  }

  async function deliver(id: string, message: Outgoing): Promise<void> {
    const { clientId } = message
    const isWanted = () => has(queueOf(id), clientId)
    const stored = await limit(() =>
      insist(means, () => calls.send(inputOf(id, message)), {
        isWanted,
        onTry: () => mark(id, clientId, { kind: 'sending' }),
        onWait: () => mark(id, clientId, { kind: 'waiting' }),
      }),
    )
    onStored(stored)
  }

  return {
    queue: queueOf,
    send(id, { text, mentions, replyTo }) {
      const createdAt = new Date(means.clock.now()).toISOString()
      const state = { kind: 'waiting' as const }
      const entry = { clientId: createId(), text, mentions, replyTo, createdAt, state }
      put(id, [...queueOf(id), entry])
      pump(id)
    },
    retry(id, clientId) {
      put(id, retried(queueOf(id), clientId))
      pump(id)
    },
    discard(id, clientId) {
      put(id, without(queueOf(id), clientId))
      stopIfGone(id)
    },
    settle(id, messages) {
      put(id, settled(queueOf(id), me, messages))
      stopIfGone(id)
    },
  }
}

function has(queue: Queue, clientId: string): boolean {
  return queue.some(entry => entry.clientId === clientId)
}

function inputOf(
  conversationId: string,
  { clientId, text, mentions, replyTo }: Outgoing,
): SendInput {
  const content = { type: 'text' as const, text, ...(mentions && { mentions: [...mentions] }) }
  return { conversationId, clientId, content, ...(replyTo && { replyTo }) }
}
