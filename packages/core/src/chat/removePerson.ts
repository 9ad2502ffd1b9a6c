import { isCustomerOfJob } from '@parley/db/queries/groups'
import type { RemovePersonInput } from '@parley/protocol/chatInputs'
import type { Event } from '@parley/protocol/message'
import type { Caller, Core } from '../core.ts'
import { Refusal } from '../refusal.ts'
import { changeGroup } from './changeGroup.ts'
import { depart } from './depart.ts'
import { leave } from './leave.ts'

/**
 * Removes somebody from a group, which is for whoever opened it and for administrators in it.
 * Who is not in it is no news; removing oneself is leaving. The customer of the job that a group
 * is about goes only by themselves: what is written there is about their work and their home.
 */
export function removePerson(
  core: Core,
  caller: Caller,
  { conversationId, userId }: RemovePersonInput,
): Promise<void> {
  if (userId === caller.userId) return leave(core, caller, conversationId)
  return changeGroup(core, caller, conversationId, async (tx, group) => {
    if (group.openedBy !== caller.userId && caller.role !== 'admin') {
      throw new Refusal('FORBIDDEN', 'Only who opened a group removes people from it.')
    }
    if (!group.present.has(userId)) return undefined
    if (await isCustomerOfJob(tx, conversationId, userId)) {
      throw new Refusal(
        'FORBIDDEN',
        "A conversation about a job is not without the job's customer.",
      )
    }
    const event: Event = { kind: 'removed', userIds: [userId] }
    return depart(tx, group, conversationId, { userId, event })
  })
}
