import { randomUUID } from 'node:crypto'
import { wasSent } from '@parley/db/queries/insertMessage'
import { visibleJob } from '@parley/db/queries/jobs'
import { findOpened } from '@parley/db/queries/openConversation'
import type { OpenInput } from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { mustAllowOpening } from '../people/openPolicy.ts'
import { Refusal } from '../refusal.ts'
import { mustFit } from './mustFit.ts'
import { openNew } from './openNew.ts'
import { get } from './read.ts'
import { send, usedElsewhere } from './send.ts'

/**
 * Opens a conversation, or meets it again: two people have one about each job and one about
 * none; a group is opened once per `key` of its opener.
 */
export async function open(core: Core, caller: Caller, input: OpenInput): Promise<Conversation> {
  const others = [...new Set(input.participantIds)].filter(id => id !== caller.userId)
  if (others.length === 0) {
    throw new Refusal('INVALID_INPUT', 'participantIds: names nobody but yourself', {
      field: 'participantIds',
    })
  }
  mustFit(others.length + 1)
  await mustAllowOpening(core, caller, others)
  await mustSeeJob(core, caller, others, input.jobId)

  const group = others.length > 1
  const opening = {
    openedBy: caller.userId,
    people: [caller.userId, ...others],
    title: input.title ?? null,
    jobId: input.jobId ?? null,
    openKey: group ? (input.key ?? randomUUID()) : null,
  }
  const known = await findOpened(core.sql, opening)
  // A first message that will be refused opens nothing.
  const { firstMessage } = input
  if (!known && firstMessage && (await wasSent(core.sql, caller.userId, firstMessage.clientId))) {
    throw usedElsewhere()
  }
  const id = known ?? (await openNew(core, opening))
  if (firstMessage) await send(core, caller, { conversationId: id, ...firstMessage })
  return get(core, caller, id)
}

/** A conversation about a job has the job's customer in it. */
async function mustSeeJob(
  core: Core,
  { userId, role }: Caller,
  others: string[],
  jobId: string | undefined,
): Promise<void> {
  if (jobId === undefined) return
  const job = await visibleJob(core.sql, userId, role, jobId)
  if (!job) throw notFound('job')
  if (role === 'admin' || [userId, ...others].includes(job.customerId)) return
  throw new Refusal('FORBIDDEN', "A conversation about a job has the job's customer in it.")
}
