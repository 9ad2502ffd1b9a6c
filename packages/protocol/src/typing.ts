import * as z from 'zod/mini'
import { conversationId, userId } from './ids.ts'

/** Somebody began or stopped typing; never stored. */
export const typing = z.object({ conversationId, userId, typing: z.boolean() })
export type Typing = z.infer<typeof typing>
