import { randomUUID } from 'node:crypto'
import type { Transaction } from '@parley/db/database'
import type { Settlement, Taken, Waiting } from '@parley/db/queries/broadcastQueue'
import { type Candidate, candidatesOf } from '@parley/db/queries/candidates'
import type { Outgoing } from '@parley/db/queries/insertMessage'
import { insertMessages } from '@parley/db/queries/insertMessages'
import { openPairs, unopenPairs } from '@parley/db/queries/openPairs'
import type { Message } from '@parley/protocol/message'
import { outcomesOf } from './outcome.ts'

/** A message that was stored, for whom, and whether their conversation began with it. */
export interface Delivered {
  userId: string
  message: Message
  isNew: boolean
}

/** Somebody who is to get a text. */
type Due = Pick<Candidate, 'nth' | 'userId' | 'jobId' | 'conversationId'> & { text: string }

/**
 * Writes to those recipients whose turn it is, as they stand now. Whoever is neither sent to nor
 * failed afterwards could not be reached right now: their conversation is locked, or a block or
 * an opting out came in between, which is seen the next time.
 */
export async function deliver(
  tx: Transaction,
  broadcast: Taken,
  turn: readonly Waiting[],
  relatedOnly: boolean,
): Promise<{ settlements: Settlement[]; delivered: Delivered[] }> {
  const { senderId, senderName, text } = broadcast
  const candidates = await candidatesOf(tx, { senderId, relatedOnly }, turn)
  const { outcomeOf } = outcomesOf(text, { name: senderName })
  const settlements: Settlement[] = []
  const due: Due[] = []
  for (const candidate of candidates) {
    const outcome = outcomeOf(candidate)
    if ('text' in outcome) due.push({ ...candidate, text: outcome.text })
    else settlements.push({ nth: candidate.nth, ...outcome })
  }
  const delivered: Delivered[] = []
  for (const { nth, userId, isNew, message } of await store(tx, senderId, due)) {
    const { conversationId, seq } = message ?? {}
    settlements.push({ nth, ...(conversationId && seq && { conversationId, seq }) })
    if (message) delivered.push({ userId, message, isNew })
  }
  return { settlements, delivered }
}

/** Stores the messages, with the conversations that are not there yet. */
async function store(tx: Transaction, senderId: string, due: readonly Due[]) {
  const keyOf = ({ userId, jobId }: Pick<Due, 'userId' | 'jobId'>) =>
    JSON.stringify([userId, jobId])
  const missing = due.filter(({ conversationId }) => conversationId === null)
  const opened = await openPairs(tx, senderId, missing)
  const pairs = new Map(opened.map(pair => [keyOf(pair), pair]))
  const placed = due.flatMap(one => {
    const pair = pairs.get(keyOf(one))
    const conversationId = one.conversationId ?? pair?.conversationId
    return conversationId ? [{ ...one, conversationId, isNew: pair?.isNew ?? false }] : []
  })
  const stored = await insertMessages(
    tx,
    placed.map(({ conversationId, text }): Outgoing => {
      const clientId = randomUUID()
      return { conversationId, senderId, clientId, text, mentions: null, replyTo: null, bulk: true }
    }),
  )
  const sent = placed.map((one, at) => ({ ...one, message: stored[at]?.message }))
  await unopenPairs(
    tx,
    sent.flatMap(one => (one.isNew && !one.message ? one.conversationId : [])),
  )
  return sent
}
