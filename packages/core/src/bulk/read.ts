// What a contractor reads of their own broadcasts. Whoever asks for another one's is told that
// there is none.

import { iso } from '@parley/db/database'
import { broadcastReport, type Reported } from '@parley/db/queries/broadcastReport'
import { getBroadcast, listBroadcasts, type StoredBroadcast } from '@parley/db/queries/broadcasts'
import { userOf } from '@parley/db/rows/user'
import type { Broadcast, RecipientReport, Report, Totals } from '@parley/protocol/bulk'
import type { ListInput, ReportInput } from '@parley/protocol/bulkInputs'
import { formatMessageId } from '@parley/protocol/ids'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { formatBroadcastCursor, parseBroadcastCursor, parseNthCursor } from './cursors.ts'
import { failureWords } from './failureWords.ts'
import { nameable } from './nameable.ts'

/** A broadcast as it stands, with its totals. */
export async function get(
  core: Core,
  { userId }: Caller,
  broadcastId: string,
): Promise<Broadcast & { totals: Totals }> {
  const settledUpTo = core.bulk.limits.inlineMax
  const found = await getBroadcast(core.sql, userId, broadcastId, {
    settledUpTo,
    withReached: true,
  })
  if (!found) throw notFound('broadcast')
  return { ...broadcastOf(found), totals: totalsOf(found) }
}

/** A broadcast as it stands, without its totals, which cost a look at each recipient. */
export async function readBroadcast(
  core: Core,
  { userId }: Caller,
  broadcastId: string,
): Promise<Broadcast> {
  const settledUpTo = core.bulk.limits.inlineMax
  const found = await getBroadcast(core.sql, userId, broadcastId, { settledUpTo })
  if (!found) throw notFound('broadcast')
  return broadcastOf(found)
}

/** A page of one's broadcasts, the newest first. */
export async function list(
  core: Core,
  { userId }: Caller,
  { limit, cursor }: ListInput,
): Promise<{ items: Broadcast[]; nextCursor?: string }> {
  const page = { limit: limit + 1, after: parseBroadcastCursor(cursor) }
  const found = await listBroadcasts(core.sql, userId, page, core.bulk.limits.inlineMax)
  const items = found.slice(0, limit).map(broadcastOf)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, ...(last && { nextCursor: formatBroadcastCursor(last) }) }
}

/** A page of what became of it with each, in the order in which they were named. */
export async function report(
  core: Core,
  caller: Caller,
  { broadcastId, only, limit, cursor }: ReportInput,
): Promise<Report> {
  const slice = { only, after: parseNthCursor(cursor, 'bulk.report'), limit: limit + 1 }
  const found = await broadcastReport(core.sql, caller.userId, broadcastId, slice)
  if (!found) throw notFound('broadcast')
  const rows = found.slice(0, limit)
  const users = await nameable(core, caller, rows.flatMap(personOf))
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    items: rows.map(row => reportOf(row, users.get(row.userId))),
    ...(last && { nextCursor: String(last.nth) }),
  }
}

function broadcastOf(stored: StoredBroadcast): Broadcast {
  const { id, status, total, totalSent, totalFailed, text, settled } = stored
  const { job, filter, createdAt, dueAt, zone, startedAt, finishedAt } = stored
  return {
    ...{ id, status, total, totalSent, totalFailed },
    results: settled.flatMap(({ userId, conversationId, seq }) =>
      conversationId === null || seq === null
        ? []
        : { userId, conversationId, messageId: formatMessageId(conversationId, seq) },
    ),
    errors: settled.flatMap(({ userId, reason, missing }) =>
      reason === null ? [] : { userId, ...failureOf(reason, missing) },
    ),
    text,
    ...(job && { job }),
    ...(filter && { filter }),
    createdAt,
    dueAt,
    ...(zone !== null && { zone }),
    ...(startedAt !== null && { startedAt }),
    ...(finishedAt !== null && { finishedAt }),
  }
}

function totalsOf({ status, total, totalSent, totalFailed, reached }: StoredBroadcast): Totals {
  const { delivered, read } = reached ?? { delivered: 0, read: 0 }
  const untried = total - totalSent - totalFailed
  const isCancelled = status === 'cancelled'
  return {
    waiting: isCancelled ? 0 : untried,
    sent: totalSent - delivered - read,
    delivered,
    read,
    failed: totalFailed,
    cancelled: isCancelled ? untried : 0,
  }
}

function personOf({ userId, name, role, picture }: Reported): User[] {
  return name === null || role === null ? [] : [userOf({ id: userId, name, role, picture })]
}

function reportOf(row: Reported, user: User | undefined): RecipientReport {
  const { userId, state, reason, missing, conversationId, seq } = row
  const { settledAt, deliveredAt, readAt } = row
  const isRead = state === 'read'
  const isDelivered = isRead || state === 'delivered'
  return {
    userId,
    ...(user && { user }),
    state,
    ...(reason !== null && failureOf(reason, missing)),
    ...(conversationId !== null &&
      seq !== null && { conversationId, messageId: formatMessageId(conversationId, seq) }),
    ...(seq !== null && settledAt !== null && { sentAt: iso(settledAt) }),
    ...(isDelivered && deliveredAt !== null && { deliveredAt: iso(deliveredAt) }),
    ...(isRead && readAt !== null && { readAt: iso(readAt) }),
  }
}

function failureOf(reason: NonNullable<Reported['reason']>, missing: string | null) {
  return {
    reason,
    ...(missing !== null && { missing }),
    message: failureWords(reason, missing ?? undefined),
  }
}
