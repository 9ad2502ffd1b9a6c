import * as z from 'zod/mini'
import { userId } from './ids.ts'
import { limits } from './limits.ts'
import { userIdList } from './userIdList.ts'

export const get = z.object({ userId })
/** Of a single question, and of a subscription. */
export const getMany = z.object({ userIds: userIdList({ max: limits.presences }) })
export const setAway = z.object({ away: z.boolean() })
