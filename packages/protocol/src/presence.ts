import * as z from 'zod/mini'
import { count, timestamp, userId } from './ids.ts'

/** `unknown` only while the nodes cannot ask each other. */
const presenceStatus = z.enum(['online', 'away', 'offline', 'unknown'])
export type PresenceStatus = z.infer<typeof presenceStatus>

/** Whether somebody is there, as one who may know it sees it. Everybody else sees `offline`. */
export const presence = z.object({
  userId,
  status: presenceStatus,
  /** Over all nodes. */
  connectionCount: count,
  lastSeen: z.optional(timestamp),
})
export type Presence = z.infer<typeof presence>
