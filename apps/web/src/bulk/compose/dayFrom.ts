/** A day as a date field has it, in the zone of whoever chose it. */
import { localOf } from './momentOf.ts'

/** Its first moment; nothing for none. */
export function dayFrom(day: string): string | undefined {
  const begins = new Date(`${day}T00:00`)
  return Number.isNaN(begins.getTime()) ? undefined : begins.toISOString()
}

export function dayOn(moment: Date): string {
  return localOf(moment).slice(0, 10)
}
