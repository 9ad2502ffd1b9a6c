import * as z from 'zod/mini'
import { conversationId, userId } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

/** As nodes and databases make them; whatever else it is, it names nothing. */
const id = text(limits.cursorMax)

/** The nodes; and the connections of one person, or of everybody in one conversation. */
export const connections = z.optional(
  z
    .object({ userId: z.optional(userId), conversationId: z.optional(conversationId) })
    .check(
      z.refine(
        asked => asked.userId === undefined || asked.conversationId === undefined,
        'takes one of userId and conversationId',
      ),
    ),
)
/** So many days up to today. */
export const bulk = z._default(
  z.object({ days: z._default(z.int().check(z.gte(1), z.lte(limits.bulkDays)), 30) }),
  { days: 30 },
)
export const signal = z.object({ userId })
export const endConnection = z.object({ connectionId: id, node: z.optional(id) })

/** One session of our own accounts, or all that a person has, whoever signed them in. */
export const endSession = z
  .object({ sessionId: z.optional(id), userId: z.optional(userId) })
  .check(
    z.refine(
      asked => (asked.userId === undefined) !== (asked.sessionId === undefined),
      'takes one of sessionId and userId',
    ),
  )

export type BulkInput = z.infer<typeof bulk>
export type ConnectionsInput = z.infer<typeof connections>
export type EndConnectionInput = z.infer<typeof endConnection>
export type EndSessionInput = z.infer<typeof endSession>
