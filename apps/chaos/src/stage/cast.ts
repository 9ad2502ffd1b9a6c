/** How many people there are and how much they say, in each size of a row. */
import type { Plan } from '../row.ts'

export const casts = {
  short: { people: 12, perSecond: 25, boundMs: 60_000 },
  long: { people: 200, perSecond: 200, boundMs: 120_000 },
} satisfies Record<Plan['size'], object>
