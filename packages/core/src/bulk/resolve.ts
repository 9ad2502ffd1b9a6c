// From what a contractor asks for to a text and a list of recipients; what is refused as a whole
// is refused here. Everything about each single recipient is looked at when their turn comes.

import { visibleJob } from '@parley/db/queries/jobs'
import { matchingCustomers, recipientsInADay } from '@parley/db/queries/recipients'
import { getTemplate } from '@parley/db/queries/templates'
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import type { PreviewInput, Recipients } from '@parley/protocol/bulkInputs'
import { limits } from '@parley/protocol/limits'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { Refusal } from '../refusal.ts'
import { mustKnowVariables } from './mustKnowVariables.ts'

/** What of an input says what goes to whom. */
export type Asked = Pick<PreviewInput, 'recipients' | 'content' | 'template' | 'jobId'>

export interface Recipient {
  userId: string
  /** The job that their message is about. */
  jobId: string | null
  /** Why it is not even tried with them. */
  reason: 'DUPLICATE' | 'LIMIT_REACHED' | null
}

export interface Resolved {
  text: string
  /** The job that was named for all. */
  jobId: string | null
  filter: RecipientFilter | null
  recipients: Recipient[]
}

/** @throws Refusal for what keeps all of it from being sent */
export async function resolve(core: Core, caller: Caller, asked: Asked): Promise<Resolved> {
  const { recipients, jobId = null } = asked
  // Before anything is read: it may be a long list.
  if ('userIds' in recipients) mustFit(core, recipients.userIds.length)
  const text = await textOf(core, caller, asked)
  if (jobId !== null && !(await visibleJob(core.sql, caller.userId, caller.role, jobId)))
    throw notFound('job')
  return {
    text,
    jobId,
    filter: 'filter' in recipients ? recipients.filter : null,
    recipients: await listOf(core, caller, recipients, jobId),
  }
}

async function textOf(core: Core, caller: Caller, { content, template }: Asked): Promise<string> {
  if (template === undefined) {
    if (!content) throw new Refusal('INVALID_INPUT', 'takes either content or template')
    mustKnowVariables(content.text, 'content')
    return content.text
  }
  const found = await getTemplate(core.sql, caller.userId, template)
  if (!found) throw notFound('template')
  // It may have been saved when there were other variables.
  mustKnowVariables(found.text, 'template')
  return found.text
}

async function listOf(
  core: Core,
  caller: Caller,
  recipients: Recipients,
  jobId: string | null,
): Promise<Recipient[]> {
  const chosen =
    'userIds' in recipients
      ? recipients.userIds.map(userId => ({ userId, jobId }))
      : await filtered(core, caller, recipients.filter, jobId)
  const { reached } = await recipientsInADay(core.sql, caller.userId)
  const left = leftToday(core, reached)
  const seen = new Set<string>()
  return chosen.map(one => {
    if (seen.has(one.userId)) return { ...one, reason: 'DUPLICATE' }
    seen.add(one.userId)
    return { ...one, reason: seen.size > left ? 'LIMIT_REACHED' : null }
  })
}

async function filtered(
  core: Core,
  { userId }: Caller,
  filter: RecipientFilter,
  jobId: string | null,
): Promise<{ userId: string; jobId: string | null }[]> {
  const most = core.bulk.limits.recipientsMax + 1
  // It may read much, so nothing interactive waits behind it.
  const matches = await matchingCustomers(core.bulk.sql, userId, filter, most)
  if (matches.length === 0) throw refused('nobody matches')
  mustFit(core, matches.length, 'at least ')
  return jobId === null ? matches : matches.map(match => ({ ...match, jobId }))
}

function mustFit({ bulk }: Core, count: number, about = ''): void {
  const { recipientsMax } = bulk.limits
  if (count <= recipientsMax) return
  throw refused(`at most ${recipientsMax} at once, and there are ${about}${count}`)
}

/** How many more a contractor may reach today who has reached so many. */
export function leftToday({ bulk }: Core, reached: number): number {
  return limits.broadcastsADay * bulk.limits.recipientsMax - reached
}

function refused(why: string): Refusal {
  return new Refusal('INVALID_INPUT', `recipients: ${why}`, { field: 'recipients' })
}
