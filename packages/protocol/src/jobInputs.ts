import * as z from 'zod/mini'
import { job } from './job.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

export const upsert = job
export const get = z.object({ jobId: text(limits.userIdMax) })
