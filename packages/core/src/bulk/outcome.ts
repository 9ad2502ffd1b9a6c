import type { Candidate } from '@parley/db/queries/candidates'
import type { Failure } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import { firstNameOf, render, type Values } from '@parley/protocol/template'

/** What one recipient would read, or why they do not get it. */
export type Outcome = { text: string } | { reason: Failure; missing?: string }

export function outcomeOf(
  text: string,
  contractor: { name: string },
  candidate: Candidate,
): Outcome {
  if (candidate.reason) return { reason: candidate.reason }
  const rendered = render(text, valuesOf(contractor, candidate))
  if ('missing' in rendered) return { reason: 'MISSING_VALUE', missing: rendered.missing }
  return isTooLong(rendered.text) ? { reason: 'TOO_LONG' } : rendered
}

function valuesOf(contractor: { name: string }, { user, job }: Candidate): Values {
  const values = {
    'customer.name': user?.name,
    'customer.firstName': user && firstNameOf(user.name),
    'contractor.name': contractor.name,
    'contractor.firstName': firstNameOf(contractor.name),
    'job.title': job?.title,
    'job.type': job?.type,
    'job.status': job?.status,
    'job.place': job?.place,
    'job.price': job?.price?.toString(),
  } satisfies { [name in keyof Values]: string | undefined }
  // A blank is no value: nobody wants to read it.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()))
}

/** Counted as Postgres does, where it has to be: a text has no more characters than code units. */
function isTooLong(text: string): boolean {
  if (text.length <= limits.textMax) return false
  let count = 0
  for (const _ of text) count += 1
  return count > limits.textMax
}
