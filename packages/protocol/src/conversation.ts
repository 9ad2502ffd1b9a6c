import * as z from 'zod/mini'
import { conversationId, count, timestamp, userId } from './ids.ts'
import { job } from './job.ts'
import { limits } from './limits.ts'
import { message } from './message.ts'
import { participant } from './participant.ts'
import { text } from './text.ts'

/** The fields of a conversation that all its participants share and may see change. */
export const sharedFields = z.object({
  title: z.optional(text(limits.titleMax)),
  job: z.optional(job),
})
export type SharedFields = z.infer<typeof sharedFields>

/** A conversation as one of its participants sees it at `version`. */
export const conversation = z.object({
  id: conversationId,
  version: count,
  lastSeq: count,
  ...sharedFields.shape,
  /** Whoever opened it, who may remove people from a group; never changes. */
  openedBy: z.optional(userId),
  participants: z.array(participant),
  lastMessage: z.optional(message),
  unreadCount: count,
  updatedAt: timestamp,
})
export type Conversation = z.infer<typeof conversation>
