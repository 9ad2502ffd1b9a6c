import { Refusal } from './refusal.ts'

/** All that somebody who was blocked learns. */
export function notDelivered(): Refusal {
  return new Refusal('FORBIDDEN', 'Not delivered.')
}
