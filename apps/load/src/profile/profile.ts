/** A CPU profile as V8 writes it, which DevTools open. */
import * as z from 'zod/mini'

const frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() })

const profile = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.number(),
      callFrame: z.looseObject(frame.shape),
      children: z.optional(z.array(z.number())),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

export type Profile = z.infer<typeof profile>
export type Frame = z.infer<typeof frame>

export function profileOf(value: unknown): Profile {
  return profile.parse(value)
}
