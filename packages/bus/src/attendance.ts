import * as z from 'zod/mini'

/** How many connections of a person there are, and how many of them nobody looks at. */
export const attendance = z.object({ connections: z.number(), away: z.number() })
export type Attendance = z.infer<typeof attendance>

export const nowhere: Attendance = { connections: 0, away: 0 }
