import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

/** An empty query finds the first people by name. */
export const find = z.object({
  query: z.union([z.literal(''), text(limits.queryMax)]),
  limit: z._default(z.int().check(z.gte(1), z.lte(limits.findPage)), limits.findPage),
})

const byUser = z.object({ userId })

export const get = byUser
export const block = byUser
export const unblock = byUser

export type FindInput = z.infer<typeof find>
