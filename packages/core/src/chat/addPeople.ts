import { randomUUID } from 'node:crypto'
import type { Transaction } from '@parley/db/database'
import { blockersAmong } from '@parley/db/queries/blocks'
import { join, placeOf } from '@parley/db/queries/groups'
import { findOpened } from '@parley/db/queries/openConversation'
import type { AddPeopleInput } from '@parley/protocol/chatInputs'
import type { Conversation } from '@parley/protocol/conversation'
import { limits } from '@parley/protocol/limits'
import type { Caller, Core } from '../core.ts'
import { notDelivered } from '../notDelivered.ts'
import { notFound } from '../notFound.ts'
import { mustAllowOpening } from '../people/openPolicy.ts'
import { Refusal } from '../refusal.ts'
import { changeGroup, type Deed, type Group } from './changeGroup.ts'
import { mustFit } from './mustFit.ts'
import { openNew } from './openNew.ts'
import { get } from './read.ts'

/**
 * Adds people to a group; who is in it already is no news. They see what is written from then
 * on, or all that whoever adds them sees, if that is the opener or an administrator; who comes back
 * sees what is written from then on in any case. Added to a pair, they and the two are a new
 * group, once per `key`; the pair stays as it is.
 */
export async function addPeople(
  core: Core,
  caller: Caller,
  { conversationId, userIds, withHistory, key }: AddPeopleInput,
): Promise<Conversation> {
  const place = await placeOf(core.sql, conversationId, caller.userId)
  if (!place) throw notFound('conversation')
  const { isPair, openedBy, jobId, present } = place
  if (withHistory && openedBy !== caller.userId && caller.role !== 'admin') {
    throw new Refusal('FORBIDDEN', 'Only who opened a group shows what was written before.')
  }
  const others = [...new Set(userIds)].filter(id => !present.includes(id))
  if (others.length === 0) return get(core, caller, conversationId)
  await mustAllowOpening(core, caller, others)
  if (isPair) {
    const openKey = key ?? randomUUID()
    return openAround(core, caller, { pair: present, others, jobId, openKey })
  }
  await changeGroup(core, caller, conversationId, (tx, group) =>
    letJoin(tx, group, conversationId, {
      userIds: others,
      // Nobody shows what they may not see themselves.
      afterSeq: withHistory ? (group.present.get(caller.userId) ?? group.lastSeq) : group.lastSeq,
    }),
  )
  return get(core, caller, conversationId)
}

async function letJoin(
  tx: Transaction,
  group: Group,
  conversationId: string,
  { userIds, afterSeq }: { userIds: string[]; afterSeq: number },
): Promise<Deed | undefined> {
  const joining = userIds.filter(id => !group.present.has(id))
  if (joining.length === 0) return undefined
  const size = group.present.size + joining.length
  const ever = group.ever.size + joining.filter(id => !group.ever.has(id)).length
  mustFit(size, ever)
  const { version, lastSeq } = group
  const joined = await join(tx, conversationId, {
    userIds: joining,
    version,
    lastSeq,
    afterSeq,
    sharesPositions: size <= limits.sharedPositionsMax,
  })
  return {
    event: { kind: 'added', userIds: joining },
    version: version + joining.length,
    changes: joined.map(({ shared }) => {
      return { conversationId, version: shared.version, participant: shared }
    }),
    own: joined.map(({ own }) => own),
  }
}

interface Around {
  pair: string[]
  others: string[]
  jobId: string | null
  openKey: string
}

/** Opens a group of a pair and others, about what the pair is about. */
async function openAround(
  core: Core,
  caller: Caller,
  { pair, others, jobId, openKey }: Around,
): Promise<Conversation> {
  const blockers = await blockersAmong(core.sql, caller.userId, pair)
  if (blockers.length > 0) throw notDelivered()
  const people = [...pair, ...others]
  mustFit(people.length)
  const opening = { openedBy: caller.userId, people, title: null, jobId, openKey }
  const id = (await findOpened(core.sql, opening)) ?? (await openNew(core, opening))
  return get(core, caller, id)
}
