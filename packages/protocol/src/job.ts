import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

/** The host product's work order that people talk about. `open` is the status that every contractor may see. */
export const job = z.object({
  id: text(limits.userIdMax),
  title: text(limits.titleMax),
  type: text(limits.jobFieldMax),
  status: text(limits.jobFieldMax),
  place: z.optional(text(limits.jobFieldMax)),
  /** Shown as it is given: the currency and its notation are the host's. */
  price: z.optional(z.union([text(limits.jobFieldMax), z.number()])),
  customerId: userId,
})
export type Job = z.infer<typeof job>
