import * as z from 'zod/mini'

/** What every node has to know at once. */
export const notice = z.union([
  z.object({ revokedSession: z.string() }),
  z.object({ endedConnection: z.string() }),
])
export type Notice = z.infer<typeof notice>

/** What one node asks all of them. */
export const question = z.union([
  z.object({ about: z.literal('node') }),
  z.object({ about: z.literal('person'), userIds: z.array(z.string()) }),
])
export type Question = z.infer<typeof question>
