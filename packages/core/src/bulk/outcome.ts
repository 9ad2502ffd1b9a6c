import type { Candidate } from '@parley/db/queries/candidates'
import type { Failure } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import {
  fill,
  firstNameOf,
  lengthOf,
  missingIn,
  type Template,
  templateOf,
  type Values,
} from '@parley/protocol/template'

interface Failed {
  reason: Failure
  missing?: string
}

/** What one recipient would read, or why they do not get it. */
export type Outcome = { text: string } | Failed

export interface Outcomes {
  /** Why a recipient does not get it, if so. Nothing is written for it: it may be asked of many. */
  failureOf(candidate: Candidate): Failed | undefined
  outcomeOf(candidate: Candidate): Outcome
}

/** The outcomes of one text, which is taken apart once. */
export function outcomesOf(text: string, contractor: { name: string }): Outcomes {
  const template = templateOf(text)
  const outcomeOf = (candidate: Candidate) => {
    const values = valuesOf(contractor, candidate)
    return failureOf(template, values, candidate) ?? { text: fill(template, values) }
  }
  return {
    failureOf: candidate => failureOf(template, valuesOf(contractor, candidate), candidate),
    outcomeOf,
  }
}

function failureOf(template: Template, values: Values, { reason }: Candidate): Failed | undefined {
  if (reason) return { reason }
  const missing = missingIn(template, values)
  if (missing !== undefined) return { reason: 'MISSING_VALUE', missing }
  return lengthOf(template, values) > limits.textMax ? { reason: 'TOO_LONG' } : undefined
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
