import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { limits } from './limits.ts'
import { text } from './text.ts'

export const roles = ['customer', 'contractor', 'admin'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const user = z.object({
  id: userId,
  name: text(limits.nameMax),
  role,
  picture: z.optional(z.string()),
})
export type User = z.infer<typeof user>

/** What a person may switch: whether others see them online, and whether bulk messages reach them. */
export const preferences = z.object({ showOnline: z.boolean(), acceptBulk: z.boolean() })
