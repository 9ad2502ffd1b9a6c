/** What a node answers to the questions of others that are only asked on behalf of administrators. */
import * as z from 'zod/mini'

/** To "listening" and "ending": how many connections that concerns here. */
export const concerned = z.object({ connections: z.number() })
export type Concerned = z.infer<typeof concerned>

/** To "heard": nothing when this node was not listening. */
export const hearing = z.object({
  heard: z.boolean(),
  connections: z.number(),
  answered: z.number(),
})
export type Hearing = z.infer<typeof hearing>
