import { typing } from '@parley/protocol/typing'
import * as z from 'zod/mini'

/** What happens and is never stored. */
export const signal = z.union([
  z.object({ typing }),
  /** An administrator looks whether this person can be reached. */
  z.object({ test: z.object({ id: z.string() }) }),
])
export type Signal = z.infer<typeof signal>
