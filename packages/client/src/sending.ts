/**
 * Sends what waits in the outbox: one message at a time in each conversation, so that they
 * arrive in order, each until its outcome is known. Of several tabs one sends; all of them
 * show what waits.
 */
import type { Message } from '@parley/protocol/message'
import { insist, type Means } from './insist.ts'
import type { OutboxKeeper } from './keep/outboxKeeper.ts'
import { createLimiter } from './limiter.ts'
import {
  entered,
  inputOf,
  nextToSend,
  type Outgoing,
  ownAmong,
  type Queue,
  retried,
  settled,
  timeAfter,
  without,
  withState,
} from './outbox.ts'
import { countOf, isSameCount, isStranded, type OutboxCount } from './outboxCount.ts'
import type { Pace } from './pace.ts'
import { type Readable, writable } from './readable.ts'
import { createRecent } from './recent.ts'
import { Refused, Unwanted } from './refused.ts'
import type { Calls } from './transport.ts'

export interface Draft {
  text: string
  mentions?: readonly string[] | undefined
  replyTo?: string | undefined
}

export interface Sending {
  queue(conversationId: string): Queue
  readonly count: Readable<OutboxCount>
  send(conversationId: string, draft: Draft): void
  retry(conversationId: string, clientId: string): void
  /** Everything that failed and can be sent, in this conversation or in all. */
  retryAll(conversationId?: string): void
  discard(conversationId: string, clientId: string): void
  /** Rows that came by any way: what of ours is among them was sent. */
  settle(conversationId: string, messages: readonly Message[]): void
  /** One went from a conversation, or is in it again. */
  moved(conversationId: string): void
  /** What was kept, or written in another tab. */
  enter(conversationId: string, message: Outgoing): void
}

interface Options {
  me: string
  means: Means
  calls: Pick<Calls, 'send'>
  keeper: OutboxKeeper
  pace: Pace
  /** Takes the acknowledged row in, which settles it. */
  onStored: (message: Message) => void
  onChanged: (conversationId: string) => void
  /** Whether one is known to take part. */
  isHeld: (conversationId: string) => boolean
  /** Whether every new row of a conversation comes here. */
  isLoaded: (conversationId: string) => boolean
  createId: () => string
}

const inFlightMax = 8
/** How many messages that are done with are remembered, so that no late word of another tab brings them back. */
const doneMax = 2000
const nothing: Queue = []

export function createSending(options: Options): Sending {
  const { me, means, calls, keeper, pace, onStored, onChanged, createId } = options
  const { isHeld, isLoaded } = options
  const queues = new Map<string, Queue>()
  const count = writable<OutboxCount>({ waiting: 0, failed: 0 })
  /** In each conversation the message that is being sent, and what stops waiting for its answer. */
  const sending = new Map<string, { clientId: string; stop: () => void }>()
  const done = createRecent(doneMax)
  const limit = createLimiter(inFlightMax)

  const queueOf = (id: string) => queues.get(id) ?? nothing

  function put(id: string, queue: Queue): void {
    if (queue === queueOf(id)) return
    if (queue.length === 0) queues.delete(id)
    else queues.set(id, queue)
    tally()
    onChanged(id)
  }

  function tally(): void {
    const next = countOf(queues, isHeld)
    if (!isSameCount(count.get(), next)) count.set(next)
  }

  /** Nobody took it back, and no other tab sends or has failed to. */
  function isMine(id: string, clientId: string): boolean {
    const message = queueOf(id).find(entry => entry.clientId === clientId)
    return message !== undefined && message.state.kind !== 'failed' && keeper.isSender()
  }

  /** How sending goes. */
  function note(id: string, clientId: string, state: Outgoing['state']): void {
    if (isMine(id, clientId)) mark(id, clientId, state)
  }

  /** A new state, which is kept and told. */
  function mark(id: string, clientId: string, state: Outgoing['state']): void {
    const queue = withState(queueOf(id), clientId, state)
    if (queue === queueOf(id)) return
    put(id, queue)
    const message = queue.find(entry => entry.clientId === clientId)
    if (message) keeper.put(id, message)
  }

  /** What is not in the queue any more is not waited for. */
  function stopIfGone(id: string): void {
    const current = sending.get(id)
    if (current && !has(queueOf(id), current.clientId)) current.stop()
  }

  function pump(id: string): void {
    const next = nextToSend(queueOf(id))
    if (!next || sending.has(id) || !keeper.isSender()) return
    const { clientId } = next
    const stopped = new Promise<void>(stop => sending.set(id, { clientId, stop }))
    Promise.race([stopped, deliver(id, next)])
      .catch(error => {
        if (error instanceof Unwanted) return
        const reason = error instanceof Refused ? error.reason : 'INTERNAL'
        note(id, clientId, { kind: 'failed', reason })
        if (!(error instanceof Refused)) throw error
      })
      .finally(() => {
        sending.delete(id)
        pump(id)
      })
  }

  async function deliver(id: string, message: Outgoing): Promise<void> {
    const { clientId } = message
    const isWanted = () => isMine(id, clientId)
    const stored = await limit(() =>
      insist({ ...means, online: inTurn, retry }, () => attempt(id, message), {
        isWanted,
        onTry: () => note(id, clientId, { kind: 'sending' }),
        onWait: () => note(id, clientId, { kind: 'waiting' }),
      }),
    )
    onStored(stored)
  }

  async function inTurn(): Promise<void> {
    await means.online()
    await pace.turn()
  }

  async function attempt(id: string, message: Outgoing): Promise<Message> {
    try {
      return await calls.send(inputOf(id, message))
    } catch (error) {
      if (error instanceof Refused && error.retryAfterMs !== undefined)
        pace.hold(error.retryAfterMs * (1 + means.random() / 4))
      throw error
    }
  }

  /** Where the server says how long to wait, all of the outbox does. */
  function retry(...failure: Parameters<typeof means.retry>): number | undefined {
    const [error] = failure
    const ms = means.retry(...failure)
    return ms !== undefined && error instanceof Refused && error.retryAfterMs !== undefined ? 0 : ms
  }

  function retryAll(id: string): void {
    for (const message of queueOf(id))
      if (message.state.kind === 'failed' && !isStranded(message, isHeld(id)))
        mark(id, message.clientId, { kind: 'waiting' })
    go(id)
  }

  /** Sends from here, where somebody wants it sent. */
  function go(id: string): void {
    keeper.takeOver()
    pump(id)
  }

  function enter(id: string, message: Outgoing): void {
    if (done.has(message.clientId)) {
      keeper.settle(id, message.clientId)
      return
    }
    // Whoever sends knows best; what another tab had on its way waits here.
    const isKnown = has(queueOf(id), message.clientId)
    if (isKnown && keeper.isSender()) return
    const isGoing = message.state.kind === 'sending' && keeper.isSender()
    put(id, entered(queueOf(id), isGoing ? { ...message, state: { kind: 'waiting' } } : message))
    pump(id)
  }

  function leave(id: string, clientId: string): void {
    done.add(clientId)
    put(id, settled(queueOf(id), new Set([clientId])))
    stopIfGone(id)
  }

  keeper.listen({
    entered: enter,
    discarded: leave,
    settled(id, clientId) {
      // Where rows are shown, it stays until its row takes its place.
      if (!isLoaded(id)) leave(id, clientId)
    },
    sending() {
      // What another tab had on its way is sent again: that tab may be gone.
      for (const [id, queue] of queues) {
        for (const { clientId, state } of queue)
          if (state.kind === 'sending' && sending.get(id)?.clientId !== clientId)
            put(id, withState(queueOf(id), clientId, { kind: 'waiting' }))
        pump(id)
      }
    },
  })

  return {
    queue: queueOf,
    count,
    send(id, { text, mentions, replyTo }) {
      const createdAt = timeAfter(queueOf(id), means.clock.now())
      const state = { kind: 'waiting' as const }
      const message = { clientId: createId(), text, mentions, replyTo, createdAt, state }
      put(id, [...queueOf(id), message])
      keeper.put(id, message)
      go(id)
    },
    retry(id, clientId) {
      const queue = retried(queueOf(id), clientId)
      if (queue !== queueOf(id)) mark(id, clientId, { kind: 'waiting' })
      go(id)
    },
    retryAll(id) {
      for (const one of id === undefined ? [...queues.keys()] : [id]) retryAll(one)
    },
    discard(id, clientId) {
      const queue = without(queueOf(id), clientId)
      if (queue === queueOf(id) || has(queue, clientId)) return
      leave(id, clientId)
      keeper.discard(id, clientId)
    },
    settle(id, messages) {
      const own = ownAmong(messages, me)
      for (const clientId of own) done.add(clientId)
      const before = queueOf(id)
      put(id, settled(before, own))
      for (const { clientId } of before) if (own.has(clientId)) keeper.settle(id, clientId)
      stopIfGone(id)
    },
    moved(id) {
      if (queueOf(id).length === 0) return
      // Whatever it failed for, by now this is why it cannot be sent.
      const reason = 'NOT_FOUND'
      for (const { clientId, state } of isHeld(id) ? nothing : queueOf(id))
        if (state.kind === 'failed' && state.reason !== reason)
          mark(id, clientId, { kind: 'failed', reason })
      tally()
    },
    enter,
  }
}

function has(queue: Queue, clientId: string): boolean {
  return queue.some(entry => entry.clientId === clientId)
}
