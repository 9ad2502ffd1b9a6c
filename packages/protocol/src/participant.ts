import * as z from 'zod/mini'
import { count, timestamp, userId } from './ids.ts'
import { user } from './user.ts'

/**
 * What one person keeps about a conversation for themselves. `mineVersion` numbers the
 * changes of it, because they raise no version that others could see.
 */
const mine = z.object({
  archived: z.boolean(),
  muted: z.boolean(),
  pinned: z.boolean(),
  /** A note to oneself to come back to it, whatever was read. */
  markedUnread: z.boolean(),
  mineVersion: count,
  /** What was written up to here is not theirs to see; nothing for who sees all. */
  afterSeq: z.optional(count),
})

export const participant = z.object({
  userId,
  user,
  version: count,
  readSeq: count,
  readAt: z.optional(timestamp),
  deliveredSeq: count,
  deliveredAt: z.optional(timestamp),
  joinedAt: timestamp,
  leftAt: z.optional(timestamp),
  ...z.partial(mine).shape,
})
export type Participant = z.infer<typeof participant>
