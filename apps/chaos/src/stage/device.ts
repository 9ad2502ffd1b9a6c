/**
 * One of several devices of a person. It reads only what it is told to read, and goes away and
 * comes back; in the list all of its conversations show where everybody stands.
 */
import type { Client } from '@parley/client/client'
import type { Cable } from '../faults/cable.ts'
import { join } from './person.ts'
import type { Stage } from './stage.ts'
import { until } from './until.ts'

export interface Device {
  name: string
  userId: string
  client: Client
  cable: Cable
  isAway(): boolean
  goAway(): void
  comeBack(): void
  /** What it asks for, or the answers, vanish from now on until `comeBack`. */
  lose(direction: 'up' | 'down'): void
  isOpen(conversationId: string): boolean
  /** Puts a conversation on the screen, or takes it away. */
  toggle(conversationId: string): void
  close(): Promise<void>
}

type Parts = Parameters<typeof join>[0]['parts']

export async function addDevice(
  { hostSecret, url, ledger }: Stage,
  userId: string,
  { name, parts }: { name: string; parts: Parts },
): Promise<Device> {
  const role = userId.startsWith('customer') ? 'customer' : 'contractor'
  const joining = { name: userId, role, target: url, hostSecret, ledger, parts } as const
  const { client, cable, close } = await join(joining)
  await until('a list is there', () => client.conversations.get().status === 'ready')
  const open = new Map<string, () => void>()
  let isAway = false
  let isLossy = false

  return {
    name,
    userId,
    client,
    cable,
    isAway: () => isAway,
    goAway() {
      isAway = true
      cable.unplug()
    },
    comeBack() {
      if (isLossy) cable.cut()
      cable.plug()
      client.reconnectNow()
      isAway = false
      isLossy = false
    },
    lose(direction) {
      isAway = true
      isLossy = true
      cable.swallow(direction)
    },
    isOpen: id => open.has(id),
    toggle(id) {
      const leave = open.get(id)
      leave?.()
      if (leave) open.delete(id)
      else open.set(id, client.conversation(id).watch())
    },
    close,
  }
}
