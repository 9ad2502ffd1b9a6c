/** Bulk messages: one broadcast to many customers, each in their own conversation. */
import * as z from 'zod/mini'
import { recipientFilter } from './bulkFilter.ts'
import { conversationId, count, messageId, timestamp, userId, uuid } from './ids.ts'
import { job } from './job.ts'
import { limits } from './limits.ts'
import { shownName } from './shownName.ts'
import { text } from './text.ts'
import { user } from './user.ts'

export const broadcastId = uuid()

/**
 * Why somebody does not get a broadcast: a closed list. `NOT_DELIVERED`: it was tried several
 * times in vain.
 */
export const failures = [
  'UNKNOWN_PERSON',
  'NOT_A_CUSTOMER',
  'BLOCKED',
  'OPTED_OUT',
  'NO_RELATION',
  'DUPLICATE',
  'LIMIT_REACHED',
  'MISSING_VALUE',
  'TOO_LONG',
  'NOT_DELIVERED',
] as const
export const failure = z.enum(failures)
export type Failure = z.infer<typeof failure>

const result = z.object({ userId, conversationId, messageId })
/** The variable without a value, of `MISSING_VALUE`. */
const missing = z.optional(z.string())
const error = z.object({ userId, reason: failure, missing, message: z.string() })

/** How far it has come with each, from the same positions as the ticks; each in exactly one. */
const totals = z.object({
  waiting: count,
  sent: count,
  delivered: count,
  read: count,
  failed: count,
  /** Never tried, since it was cancelled before. */
  cancelled: count,
})
export type Totals = z.infer<typeof totals>

export const broadcastStatuses = ['scheduled', 'running', 'finished', 'cancelled'] as const

/**
 * `results` and `errors` are complete up to as many recipients as are answered inline, and empty
 * above; the report has them all. What a cancelled broadcast has neither sent nor failed was
 * never tried.
 */
export const broadcast = z.object({
  id: broadcastId,
  status: z.enum(broadcastStatuses),
  total: count,
  totalSent: count,
  totalFailed: count,
  results: z.array(result),
  errors: z.array(error),
  /** As it was written, with its variables. */
  text: text(limits.textMax),
  job: z.optional(job),
  /** How the recipients were chosen, when not one by one. */
  filter: z.optional(recipientFilter),
  createdAt: timestamp,
  /** When it begins: at once, after the time to undo, or as scheduled. */
  dueAt: timestamp,
  /** The zone in which it was scheduled, as IANA names it. */
  zone: z.optional(z.string()),
  startedAt: z.optional(timestamp),
  finishedAt: z.optional(timestamp),
  /** Only where one broadcast is asked for. */
  totals: z.optional(totals),
})
export type Broadcast = z.infer<typeof broadcast>

export const recipientStates = [
  'waiting',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
] as const

/** What became of it with one recipient. */
const recipientReport = z.object({
  userId,
  /** Not of somebody unknown, nor of those whom one could not find by their name. */
  user: z.optional(user),
  state: z.enum(recipientStates),
  reason: z.optional(failure),
  missing,
  message: z.optional(z.string()),
  conversationId: z.optional(conversationId),
  messageId: z.optional(messageId),
  sentAt: z.optional(timestamp),
  /** As the ticks know it: when their position last rose, perhaps for a later message. */
  deliveredAt: z.optional(timestamp),
  readAt: z.optional(timestamp),
})
export type RecipientReport = z.infer<typeof recipientReport>

const report = z.object({
  items: z.array(recipientReport),
  nextCursor: z.optional(z.string()),
})
export type Report = z.infer<typeof report>

/** Who would get what, or why not. */
const previewed = z.object({
  userId,
  user: z.optional(user),
  /** What they would read. */
  text: z.optional(z.string()),
  /** Their conversation, when there is one already. */
  conversationId: z.optional(conversationId),
  reason: z.optional(failure),
  missing,
  message: z.optional(z.string()),
})
export type Previewed = z.infer<typeof previewed>

const preview = z.object({
  total: count,
  totalReached: count,
  totalFailed: count,
  /** How many fail for each reason that there is. */
  failures: z.array(z.object({ reason: failure, count })),
  items: z.array(previewed),
  nextCursor: z.optional(z.string()),
})
export type Preview = z.infer<typeof preview>

export const templateId = uuid()

const template = z.object({
  id: templateId,
  name: shownName(limits.titleMax),
  text: text(limits.textMax),
  updatedAt: timestamp,
})
export type Template = z.infer<typeof template>
