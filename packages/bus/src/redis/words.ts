// What nodes say to each other. Whatever cannot be read is dropped: while nodes are exchanged
// for newer ones, some say what others do not know yet.

import { change } from '@parley/protocol/change'
import * as z from 'zod/mini'
import { notice, question } from '../notice.ts'
import { signal } from '../signal.ts'

const said = z.object({
  /** The node that says it: what comes back from oneself is known already. */
  from: z.string(),
  /** Whom it is for, where the channel does not say it. */
  to: z.optional(z.array(z.string())),
  change: z.optional(change),
  signal: z.optional(signal),
  /** Look again at whom the channel is about. */
  stirs: z.optional(z.literal(true)),
  notice: z.optional(notice),
  /** A node, as its seat, that has come or is leaving. */
  came: z.optional(z.string()),
  left: z.optional(z.string()),
  asks: z.optional(z.object({ id: z.string(), question })),
  answers: z.optional(z.object({ id: z.string(), answer: z.optional(z.unknown()) })),
})
export type Said = z.infer<typeof said>
/** What is said, without who says it. */
export type Word = Omit<Said, 'from' | 'to'>

export function readSaid(text: string): Said | undefined {
  try {
    const read = said.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
