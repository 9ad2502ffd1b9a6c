/**
 * Whom a broadcast is for, other than by name: one schema for the form, the procedure and the
 * query. Customers who meet all that is given; the job conditions are about one and the same job,
 * and it is that job their message is about.
 */
import * as z from 'zod/mini'
import { timestamp } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

export const recipientFilter = z
  .strictObject({
    jobId: z.optional(text(limits.userIdMax)),
    jobType: z.optional(text(limits.jobFieldMax)),
    jobStatus: z.optional(text(limits.jobFieldMax)),
    place: z.optional(text(limits.jobFieldMax)),
    /** They have written to me since. */
    talkedSince: z.optional(timestamp),
    /** The last word in a conversation with me is mine. */
    notAnswered: z.optional(z.literal(true)),
  })
  .check(
    z.refine(
      filter => Object.values(filter).some(condition => condition !== undefined),
      'needs a condition',
    ),
  )
export type RecipientFilter = z.infer<typeof recipientFilter>
