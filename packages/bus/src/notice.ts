import * as z from 'zod/mini'

/** What every node has to know at once. */
export const notice = z.object({ revokedSession: z.string() })
export type Notice = z.infer<typeof notice>

/** What one node asks all of them; some of it is asked of them to do. */
export const question = z.union([
  /** How they are. */
  z.object({ about: z.literal('node') }),
  /** Which connections these people have. */
  z.object({ about: z.literal('people'), userIds: z.array(z.string()) }),
  /** To listen for a test signal to this person, if they have that person; then whether it came. */
  z.object({ about: z.literal('listening'), userId: z.string(), test: z.string() }),
  z.object({ about: z.literal('heard'), test: z.string() }),
  /** To end a connection, those of a session, or those of a person. */
  z.object({ about: z.literal('ending'), connectionId: z.string(), node: z.optional(z.string()) }),
  z.object({ about: z.literal('ending'), sessionId: z.string() }),
  z.object({ about: z.literal('ending'), userId: z.string() }),
])
export type Question = z.infer<typeof question>
