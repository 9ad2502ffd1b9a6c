/** What this device reports of what arrived and what was read. */
import type { Message } from '@parley/protocol/message'
import type { Means } from './insist.ts'
import { createLimiter } from './limiter.ts'
import { createPositions } from './positions.ts'
import type { Replicas } from './replicas.ts'
import type { Calls } from './transport.ts'

export interface Reports {
  arrived(conversationId: string, messages: readonly Message[]): void
  read(conversationId: string, seq: number): void
  /** How far was read on this device; the row may not show it yet. */
  readHere(conversationId: string): number
  repeat(): void
  forgetAll(): void
}

interface Options {
  me: string
  means: Means
  calls: Pick<Calls, 'markRead' | 'markDelivered'>
  replicas: Pick<Replicas, 'mine'>
}

/** Long enough for a screen to say that what arrived was read as well. */
const deliveredDelayMs = 100
const inFlightMax = 6

export function createReports({ me, means, calls, replicas }: Options): Reports {
  const limit = createLimiter(inFlightMax)
  const read = createPositions({
    means,
    limit,
    report: calls.markRead,
    stands: id => replicas.mine(id)?.readSeq,
    delayMs: 0,
  })
  const delivered = createPositions({
    means,
    limit,
    report: calls.markDelivered,
    // Whoever has read it has received it.
    stands: id => {
      const mine = replicas.mine(id)
      return mine && Math.max(mine.deliveredSeq, mine.readSeq, read.reached(id))
    },
    delayMs: deliveredDelayMs,
  })

  return {
    arrived(id, messages) {
      const others = messages.filter(({ senderId }) => senderId !== me)
      if (others.length > 0) delivered.reach(id, Math.max(...others.map(({ seq }) => seq)))
    },
    read: read.reach,
    readHere: read.reached,
    repeat() {
      read.repeat()
      delivered.repeat()
    },
    forgetAll() {
      read.forgetAll()
      delivered.forgetAll()
    },
  }
}
