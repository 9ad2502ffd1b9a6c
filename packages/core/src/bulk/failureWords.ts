import type { Failure } from '@parley/protocol/bulk'

const words: Record<Failure, string> = {
  UNKNOWN_PERSON: 'There is no such person.',
  NOT_A_CUSTOMER: 'Only customers get bulk messages.',
  // All that somebody who was blocked learns.
  BLOCKED: 'Not delivered.',
  OPTED_OUT: 'Does not want bulk messages.',
  NO_RELATION: 'Has nothing to do with this job, or you have not any more.',
  DUPLICATE: 'Was named before.',
  LIMIT_REACHED: 'There were too many recipients within 24 hours.',
  MISSING_VALUE: 'A variable has no value.',
  TOO_LONG: 'The text became too long.',
  NOT_DELIVERED: 'Not delivered after several attempts.',
}

/** Why somebody did not get a broadcast, in a sentence for people. */
export function failureWords(reason: Failure, missing?: string): string {
  if (reason === 'MISSING_VALUE' && missing !== undefined) return `{{${missing}}} has no value.`
  return words[reason]
}
