import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { job } from './job.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'
import { preferences } from './user.ts'

export const setPreferences = z.partial(preferences)

export const renewToken = z.object({ token: z.string().check(z.maxLength(8192)) })

/** An empty query finds the first people by name. */
export const find = z.object({
  query: z.union([z.literal(''), text(limits.queryMax)]),
  limit: z._default(z.int().check(z.gte(1), z.lte(limits.findPage)), limits.findPage),
})

export const byUser = z.object({ userId })

export const upsertJob = job
export const getJob = z.object({ jobId: text(limits.userIdMax) })

export type SetPreferencesInput = z.infer<typeof setPreferences>
export type FindInput = z.infer<typeof find>
