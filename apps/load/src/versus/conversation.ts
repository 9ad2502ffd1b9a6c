/** A conversation that is made for a run, alike on every contestant. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../server/hostToken.ts'

export interface Conversation {
  id: string
  /** The ids of its people. */
  members: string[]
}

export function pairsOf(count: number): Conversation[] {
  return Array.from({ length: count }, (_, at) => conversationOf([`a-${at}`, `b-${at}`]))
}

export function roomOf(people: number): Conversation {
  return conversationOf(Array.from({ length: people }, (_, at) => `member-${at}`))
}

function conversationOf(names: string[]): Conversation {
  const id = randomUUID()
  const run = id.slice(0, 8)
  return { id, members: names.map(name => `${name}-${run}`) }
}

/** The same name in the database and in the token, so that nobody has to be renamed. */
export function personOf(userId: string): Person {
  const role = userId.startsWith('contractor') ? 'contractor' : 'customer'
  return { userId, name: `Person ${userId}`, role }
}
