/**
 * What is being composed, as it is kept in this browser until it was sent. Its key makes sending
 * idempotent: whatever happens to an answer, the same draft goes out once.
 */
import { recipientFilter } from '@parley/protocol/bulkFilter'
import { user } from '@parley/protocol/user'
import * as z from 'zod/mini'

const draft = z.object({
  key: z.uuid(),
  /** It was sent, and no answer said what became of it. */
  isInDoubt: z.boolean(),
  by: z.enum(['people', 'filter']),
  people: z.array(user),
  filter: z.catch(recipientFilter, {}),
  jobId: z.string(),
  text: z.string(),
  /** As the field has it, without a zone; absent for now. */
  at: z.optional(z.string()),
})
export type Draft = Readonly<z.infer<typeof draft>>

export function blankDraft(): Draft {
  return {
    key: crypto.randomUUID(),
    isInDoubt: false,
    by: 'people',
    people: [],
    filter: {},
    jobId: '',
    text: '',
  }
}

export function isBlank({ people, filter, jobId, text, at, isInDoubt }: Draft): boolean {
  const isEmpty = people.length === 0 && Object.keys(filter).length === 0
  return isEmpty && jobId === '' && text.trim() === '' && at === undefined && !isInDoubt
}

/** Nothing for a blank one. */
export function toKept(composing: Draft): string {
  return isBlank(composing) ? '' : JSON.stringify(composing)
}

/** What cannot be read is a blank one. */
export function fromKept(kept: string): Draft {
  try {
    return draft.safeParse(JSON.parse(kept)).data ?? blankDraft()
  } catch {
    return blankDraft()
  }
}
