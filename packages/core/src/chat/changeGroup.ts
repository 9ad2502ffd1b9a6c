import { randomUUID } from 'node:crypto'
import type { Transaction } from '@parley/db/database'
import { type Attendees, attendees, insertLine } from '@parley/db/queries/groups'
import { type Locked, lockConversation } from '@parley/db/queries/lockConversation'
import type { Change } from '@parley/protocol/change'
import type { Event } from '@parley/protocol/message'
import type { Participant } from '@parley/protocol/participant'
import type { Caller, Core } from '../core.ts'
import { notFound } from '../notFound.ts'
import { stirRights } from '../presence/rights.ts'
import { Refusal } from '../refusal.ts'
import { announceLater } from './announceLater.ts'

/** A group under its lock. */
export interface Group extends Locked, Attendees {}

/** What an act did to a group: which rows changed, from the version after the group's on. */
export interface Deed {
  event: Event
  /** The last version that it raised. */
  version: number
  /** What all who are in the group now are told, in the order of the versions. */
  changes: Change[]
  /** The rows of those who came or went, as they see it themselves. */
  own: Participant[]
}

/**
 * Does something to a group under its lock, writes the line that tells it, and tells: everybody
 * who is in it now what changed, whoever came or went their own row. Whoever went is told of
 * nothing after that.
 *
 * @param act answers nothing when there is nothing to change; then nobody is told
 */
export async function changeGroup(
  core: Core,
  { userId }: Pick<Caller, 'userId'>,
  conversationId: string,
  act: (tx: Transaction, group: Group) => Promise<Deed | undefined>,
): Promise<void> {
  const done = await core.patientSql.begin(async tx => {
    const locked = await lockConversation(tx, conversationId, userId)
    if (!locked) throw notFound('conversation')
    const group = { ...locked, ...(await attendees(tx, conversationId)) }
    if (!group.present.has(userId)) throw notFound('conversation')
    if (group.isPair) throw new Refusal('FORBIDDEN', 'This is for groups; two people are a pair.')
    const deed = await act(tx, group)
    if (!deed) return undefined
    const { event, version, own } = deed
    const line = await insertLine(tx, conversationId, {
      senderId: userId,
      clientId: randomUUID(),
      event,
      version: version + 1,
      changesMembers: own.length > 0,
    })
    return { ...deed, ...line }
  })
  if (!done) return
  const { message, membersVersion, changes, own } = done
  for (const participant of own) {
    const version = participant.leftAt ? participant.version : message.version
    const head = { conversationId, version, head: true, participant } as const
    core.bus.publish([participant.userId], head)
    // Who may see that they are there has changed, and whom they may see.
    stirRights(core.bus, participant.userId)
  }
  const line = { conversationId, version: message.version, message }
  announceLater(core, membersVersion, ...changes, line)
}
