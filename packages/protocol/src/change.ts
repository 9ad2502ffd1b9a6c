import * as z from 'zod/mini'
import { sharedFields } from './conversation.ts'
import { conversationId, count } from './ids.ts'
import { message } from './message.ts'
import { participant } from './participant.ts'

const at = { conversationId, version: count }

/**
 * One durable change of a conversation: the row that changed, at the version that it raised.
 *
 * - `message`, `participant`, `conversation`: that row.
 * - `head`: there is something up to `version`; with the reader's own participant row. Also
 *   how what is one person's own travels, since it raises no version.
 * - none of them: the version is taken by something that the reader may not see.
 */
export const change = z.union([
  z.strictObject({ ...at, message }),
  z.strictObject({ ...at, participant }),
  z.strictObject({ ...at, conversation: sharedFields }),
  z.strictObject({ ...at, head: z.literal(true), participant: z.optional(participant) }),
  z.strictObject(at),
])
export type Change = z.infer<typeof change>
