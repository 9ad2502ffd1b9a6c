/**
 * How a list was left: on a phone it makes way for the conversation, and comes back as it was.
 * It goes with the client, so nobody finds the place of somebody else.
 */
import type { Client } from '@parley/client/client'
import type { VirtualItem } from '@tanstack/react-virtual'

export type ListName = 'inbox' | 'archived'

export interface ListMemory {
  offset: number
  sizes: VirtualItem[]
  /** The row that keys lead on from. */
  currentId?: string | undefined
  hadFocus: boolean
  isUnreadOnly: boolean
}

const memories = new WeakMap<Client, Map<ListName, ListMemory>>()

export function listMemory(client: Client, name: ListName): ListMemory {
  const lists = memories.get(client) ?? new Map<ListName, ListMemory>()
  memories.set(client, lists)
  const known = lists.get(name) ?? { offset: 0, sizes: [], hadFocus: false, isUnreadOnly: false }
  lists.set(name, known)
  return known
}
