import { typing } from '@parley/protocol/typing'
import * as z from 'zod/mini'

/** What happens and is never stored. */
export const signal = z.union([
  z.object({ typing }),
  /** A broadcast of this person has come further. */
  z.object({ broadcast: z.object({ id: z.string() }) }),
  /** An administrator looks whether this person can be reached. */
  z.object({ test: z.object({ id: z.string() }) }),
])
export type Signal = z.infer<typeof signal>
