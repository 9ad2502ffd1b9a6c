/** Rows as they lie in a store, and how they are read: whoever wrote them may have been anybody. */
import { conversationId, timestamp } from '@parley/protocol/ids'
import { readReplica } from '@parley/protocol/replica/readReplica'
import * as z from 'zod/mini'
import { outgoing } from '../outbox.ts'
import type { CacheHead, KeptCache, KeptConversation, KeptOutgoing } from './store.ts'

/** Raised whenever rows of a cache would be read differently: the old ones are thrown away. */
const format = 1

const moment = z.number().check(z.gte(0))

const headRow = z.object({
  format: z.literal(format),
  userId: z.string(),
  cursor: z.string(),
  wanted: z.array(conversationId),
  hasMore: z.boolean(),
  reach: z.optional(z.object({ updatedAt: timestamp, id: conversationId })),
  savedAt: moment,
})

const conversationRow = z.object({
  id: conversationId,
  replica: z.unknown(),
  openedAt: moment,
  readHere: z.int().check(z.gte(0)),
})

const outgoingRow = z.object({
  clientId: z.string(),
  userId: z.string(),
  conversationId,
  message: outgoing,
})

export type HeadRow = z.infer<typeof headRow>
export type ConversationRow = z.infer<typeof conversationRow>
export type OutgoingRow = z.infer<typeof outgoingRow>

export function headToRow(userId: string, head: CacheHead): HeadRow {
  return { ...head, wanted: [...head.wanted], format, userId }
}

export function conversationToRow({ replica, ...rest }: KeptConversation): ConversationRow {
  return { id: replica.id, replica, ...rest }
}

export function outgoingToRow(
  userId: string,
  { conversationId, message }: KeptOutgoing,
): OutgoingRow {
  return { clientId: message.clientId, userId, conversationId, message }
}

/** Whether these rows were written by another release, which is no damage. */
export function isOfAnotherFormat(head: unknown): boolean {
  return (
    typeof head === 'object' &&
    head !== null &&
    'format' in head &&
    typeof head.format === 'number' &&
    head.format !== format
  )
}

/** A cache is whole or of no use. */
export function readCache(
  userId: string,
  head: unknown,
  conversations: readonly unknown[],
): KeptCache | undefined {
  const parsed = headRow.safeParse(head)
  if (!parsed.success || parsed.data.userId !== userId) return undefined
  const kept: KeptConversation[] = []
  for (const row of conversations) {
    const conversation = readConversation(row)
    const isMine = conversation?.replica.participants.some(one => one.userId === userId)
    if (!conversation || !isMine) return undefined
    kept.push(conversation)
  }
  const { cursor, wanted, hasMore, reach, savedAt } = parsed.data
  return { head: { cursor, wanted, hasMore, reach, savedAt }, conversations: kept }
}

function readConversation(row: unknown): KeptConversation | undefined {
  const parsed = conversationRow.safeParse(row)
  if (!parsed.success) return undefined
  const { id, openedAt, readHere } = parsed.data
  const replica = readReplica(parsed.data.replica)
  return replica?.id === id ? { replica, openedAt, readHere } : undefined
}

export function readOutgoing(userId: string, row: unknown): KeptOutgoing | undefined {
  const parsed = outgoingRow.safeParse(row)
  if (!parsed.success || parsed.data.userId !== userId) return undefined
  const { clientId, conversationId, message } = parsed.data
  return message.clientId === clientId ? { conversationId, message } : undefined
}
