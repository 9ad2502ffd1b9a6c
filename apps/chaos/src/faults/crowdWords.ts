/** What is said between a row and the process of its crowd. */
import * as z from 'zod/mini'

export const crowdAsked = z.union([
  z.object({ gather: z.array(z.string()), urls: z.array(z.string()), secret: z.string() }),
  z.object({ act: z.enum(['cut', 'leave', 'return', 'tell']) }),
])
export type CrowdAsked = z.infer<typeof crowdAsked>

/** Of each, in order: how long it took to be back, and of which conversations it was told. */
export const crowdTold = z.array(
  z.object({ backMs: z.nullable(z.number()), heard: z.array(z.string()) }),
)
export type CrowdTold = z.infer<typeof crowdTold>
