import * as z from 'zod/mini'
import { job } from './job.ts'
import { limits } from './limits.ts'
import { shownName } from './shownName.ts'
import { text } from './text.ts'

const field = shownName(limits.jobFieldMax)

/** What people read of a job stands among words of ours, as names do. */
export const upsert = z.extend(job, {
  title: shownName(limits.titleMax),
  type: field,
  status: field,
  place: z.optional(field),
  price: z.optional(z.union([field, z.number()])),
})
export const get = z.object({ jobId: text(limits.userIdMax) })
