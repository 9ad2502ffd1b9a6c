// Who would get what, and who would not and why: what the engine would find if it were their
// turn now, by the same statement and the same rendering.

import { type Candidate, candidatesOf } from '@parley/db/queries/candidates'
import { getPerson } from '@parley/db/queries/people'
import { type Failure, failures, type Preview, type Previewed } from '@parley/protocol/bulk'
import type { PreviewInput } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { findableBy } from '../people/openPolicy.ts'
import { parseNthCursor } from './cursors.ts'
import { failureWords } from './failureWords.ts'
import { nameable } from './nameable.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Recipient, resolve } from './resolve.ts'

/** Ten thousand long texts take a while to write, in which nobody else would be answered. */
const atOnce = 500

interface Looked {
  candidate: Candidate
  outcome: Outcome
}

/** The whole list is looked at for the counts; `items` are one page of it. */
export async function preview(core: Core, caller: Caller, input: PreviewInput): Promise<Preview> {
  const after = parseNthCursor(input.cursor, 'bulk.preview')
  const { text, recipients } = await resolve(core, caller, input)
  const looked = await lookAt(core, caller, text, recipients)
  const counts = countsOf(looked)
  const totalFailed = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    total: looked.length,
    totalReached: looked.length - totalFailed,
    totalFailed,
    failures: failures
      .flatMap(reason => ({ reason, count: counts.get(reason) ?? 0 }))
      .filter(({ count }) => count > 0),
    ...(await pageOf(
      core,
      caller,
      looked.filter(one => isWanted(one, input.only)),
      after,
    )),
  }
}

async function lookAt(
  core: Core,
  { userId, role }: Caller,
  text: string,
  recipients: readonly Recipient[],
): Promise<Looked[]> {
  const contractor = await getPerson(core.sql, userId)
  if (!contractor) throw notFound('person')
  const { relatedOnly } = findableBy(role, core.openPolicy)
  const wanted = recipients.map(({ userId, jobId }, nth) => ({ nth, userId, jobId }))
  const looked: Looked[] = []
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce)
    const candidates = await candidatesOf(core.bulk.sql, { senderId: userId, relatedOnly }, some)
    for (const candidate of candidates) {
      const reason = recipients[candidate.nth]?.reason
      const outcome = reason ? { reason } : outcomeOf(text, contractor, candidate)
      looked.push({ candidate, outcome })
    }
  }
  return looked
}

function isWanted({ outcome }: Looked, only: PreviewInput['only']): boolean {
  return only === undefined || (only === 'failed') === 'reason' in outcome
}

function countsOf(looked: readonly Looked[]): Map<Failure, number> {
  const counts = new Map<Failure, number>()
  for (const { outcome } of looked) {
    if ('reason' in outcome) counts.set(outcome.reason, (counts.get(outcome.reason) ?? 0) + 1)
  }
  return counts
}

async function pageOf(core: Core, caller: Caller, looked: readonly Looked[], after: number) {
  const rest = looked.filter(({ candidate }) => candidate.nth > after)
  const page = rest.slice(0, limits.page)
  const users = await nameable(
    core,
    caller,
    page.flatMap(({ candidate }) => candidate.user ?? []),
  )
  const last = rest.length > page.length ? page.at(-1) : undefined
  return {
    items: page.map(one => previewedOf(one, users.get(one.candidate.userId))),
    ...(last && { nextCursor: String(last.candidate.nth) }),
  }
}

function previewedOf({ candidate, outcome }: Looked, user: User | undefined): Previewed {
  const { userId, conversationId } = candidate
  return {
    userId,
    ...(user && { user }),
    ...(conversationId !== null && { conversationId }),
    ...('text' in outcome
      ? { text: outcome.text }
      : { ...outcome, message: failureWords(outcome.reason, outcome.missing) }),
  }
}
