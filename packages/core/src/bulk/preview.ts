// Who would get what, and who would not and why: what the engine would find if it were their
// turn now, by the same statement and the same rendering.

import { candidatesOf } from '@parley/db/queries/candidates'
import { getPerson } from '@parley/db/queries/people'
import { failures, type Preview, type Previewed } from '@parley/protocol/bulk'
import type { PreviewInput } from '@parley/protocol/bulkInputs'
import type { User } from '@parley/protocol/user'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { findableBy } from '../people/openPolicy.ts'
import { parseNthCursor } from './cursors.ts'
import { failureWords } from './failureWords.ts'
import { nameable } from './nameable.ts'
import { outcomesOf } from './outcome.ts'
import { type Resolved, resolve } from './resolve.ts'
import { createSurvey, type Looked, type Page, type Survey } from './survey.ts'

/** So many at a time: looking at ten thousand takes a while, in which others want to be answered. */
const atOnce = 500

/** The whole list is looked at for the counts; `items` are one page of it. */
export async function preview(core: Core, caller: Caller, input: PreviewInput): Promise<Preview> {
  const after = parseNthCursor(input.cursor, 'bulk.preview')
  return core.bulk.previews(caller.userId, async () => {
    const resolved = await resolve(core, caller, input)
    const survey = await look(core, caller, resolved, { only: input.only, after })
    return previewOf(core, caller, survey)
  })
}

async function look(
  core: Core,
  { userId, role }: Caller,
  { text, recipients }: Resolved,
  page: Page,
): Promise<Survey> {
  const contractor = await getPerson(core.sql, userId)
  if (!contractor) throw notFound('person')
  const survey = createSurvey(outcomesOf(text, contractor), page)
  const { relatedOnly } = findableBy(role, core.openPolicy)
  const wanted = recipients.map(({ userId, jobId }, nth) => ({ nth, userId, jobId }))
  for (let from = 0; from < wanted.length; from += atOnce) {
    const some = wanted.slice(from, from + atOnce)
    const candidates = await candidatesOf(core.bulk.sql, { senderId: userId, relatedOnly }, some)
    for (const candidate of candidates) {
      survey.look(candidate, recipients[candidate.nth]?.reason ?? null)
    }
  }
  return survey
}

async function previewOf(core: Core, caller: Caller, survey: Survey): Promise<Preview> {
  const { page, counts } = survey
  const total = survey.total()
  const totalFailed = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const last = survey.last()
  const people = page.flatMap(({ candidate }) => candidate.user ?? [])
  const users = await nameable(core, caller, people)
  return {
    total,
    totalReached: total - totalFailed,
    totalFailed,
    failures: failures
      .flatMap(reason => ({ reason, count: counts.get(reason) ?? 0 }))
      .filter(({ count }) => count > 0),
    items: page.map(one => previewedOf(one, users.get(one.candidate.userId))),
    ...(last !== undefined && { nextCursor: String(last) }),
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
