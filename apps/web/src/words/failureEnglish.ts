import type { Failure } from '@parley/protocol/bulk'

const why: Record<Failure, string> = {
  UNKNOWN_PERSON: 'Nobody has this id.',
  NOT_A_CUSTOMER: 'Not a customer.',
  // Whoever is blocked is not told so.
  BLOCKED: 'Not delivered.',
  OPTED_OUT: 'Does not want bulk messages.',
  NO_RELATION: 'Has no relation to this job, or the sender has none any more.',
  DUPLICATE: 'Was on the list already.',
  LIMIT_REACHED: 'The sender’s limit for one day was reached.',
  MISSING_VALUE: 'A variable has no value for them.',
  TOO_LONG: 'The message is too long with their values.',
  NOT_DELIVERED: 'Not delivered after several attempts.',
}

/** Why somebody does not get a broadcast, in English. */
export const failureEnglish = {
  why,
  noValue: (variable: string) => `{{${variable}}} has no value for them.`,
}

/** What every catalogue of it has. */
export type FailureWords = typeof failureEnglish
