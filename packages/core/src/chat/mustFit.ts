import { limits } from '@parley/protocol/limits'
import { Refusal } from '../refusal.ts'

/**
 * @param ever with those who went
 * @throws Refusal `TOO_LARGE`
 */
export function mustFit(present: number, ever = present): void {
  if (present > limits.participantsMax || ever > limits.participantsEver) {
    throw new Refusal('TOO_LARGE', 'This group has as many people as it can.')
  }
}
