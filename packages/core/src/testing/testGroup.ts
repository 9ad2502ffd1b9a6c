import type { Conversation } from '@parley/protocol/conversation'
import { addPeople } from '../chat/addPeople.ts'
import { open } from '../chat/open.ts'
import { removePerson } from '../chat/removePerson.ts'
import type { Caller, Core } from '../core.ts'
import { person } from './testCore.ts'

/** Ann has opened a group with the contractors Bob and Cem; Dan is one more. */
export async function group(core: Core) {
  const ann = await person(core, 'Ann', 'customer')
  const bob = await person(core, 'Bob', 'contractor')
  const cem = await person(core, 'Cem', 'contractor')
  const dan = await person(core, 'Dan', 'contractor')
  const { id } = await open(core, ann, { participantIds: [bob.userId, cem.userId] })
  return { ann, bob, cem, dan, id }
}

export function add(core: Core, by: Caller, id: string, ...people: Caller[]) {
  const userIds = people.map(({ userId }) => userId)
  return addPeople(core, by, { conversationId: id, userIds, withHistory: false })
}

export function out(core: Core, by: Caller, id: string, { userId }: Caller): Promise<void> {
  return removePerson(core, by, { conversationId: id, userId })
}

export function presentIn({ participants }: Conversation): string[] {
  return participants.filter(({ leftAt }) => !leftAt).map(({ userId }) => userId)
}

/** The reason of a refusal, or 'done'. */
export function reasonOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'done',
    error => error.reason ?? String(error),
  )
}
