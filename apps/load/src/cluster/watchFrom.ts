/** Somebody who looks at the presence of others, and can wait until somebody is there or gone. */
import { type Presence, type PresenceStatus, presence } from '@parley/protocol/presence'
import { openWire } from '../devices/wire.ts'
import type { Server } from '../server/server.ts'
import { personOf } from '../versus/conversation.ts'
import type { Circle } from './contacts.ts'

export interface Watching extends Circle {
  /** Rejects when it takes too long. */
  until(userId: string, status: PresenceStatus): Promise<void>
  close(): void
}

const patienceMs = 30_000

export async function watchFrom(
  node: Server,
  watcher: string,
  contacts: string[],
): Promise<Watching> {
  const wire = openWire(node.url, await node.token(personOf(watcher)))
  const known = new Map<string, Presence>()
  const waiting = new Map<string, { status: PresenceStatus; resolve: () => void }>()
  let failure: unknown

  wire.subscription(
    'presence.changes',
    { userIds: contacts },
    {
      onData(data) {
        const told = presence.parse(data)
        known.set(told.userId, told)
        const waits = waiting.get(told.userId)
        if (waits?.status !== told.status) return
        waiting.delete(told.userId)
        waits.resolve()
      },
      onError: error => {
        failure = error
      },
    },
  )

  return {
    watcher,
    contacts,
    until(userId, status) {
      if (known.get(userId)?.status === status) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          const stands = known.get(userId)?.status ?? failure ?? 'nothing was told'
          reject(new Error(`${userId} is not seen ${status}: ${String(stands)}`))
        }, patienceMs)
        waiting.set(userId, {
          status,
          resolve: () => {
            clearTimeout(late)
            resolve()
          },
        })
      })
    },
    close: wire.close,
  }
}
