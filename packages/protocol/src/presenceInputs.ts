import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { limits } from './limits.ts'

export const get = z.object({ userId })
/** Of a single question, and of a subscription. */
export const getMany = z.object({ userIds: z.array(userId).check(z.maxLength(limits.presences)) })
export const setAway = z.object({ away: z.boolean() })
