/**
 * Sends what waits while no page is open: for a service worker, which a browser wakes when
 * there is a network again.
 */
import { mayRetry } from '@parley/protocol/reasons'
import { callsOverHttp } from './callsOverHttp.ts'
import { databaseName, indexedDbStore } from './keep/indexedDbStore.ts'
import { inOrder } from './keep/restore.ts'
import { roleLock } from './keep/roleLock.ts'
import type { KeptOutgoing, Store } from './keep/store.ts'
import { inputOf } from './outbox.ts'
import { Refused } from './refused.ts'
import type { Calls } from './transport.ts'

interface Sender {
  /** The server's http origin. */
  url: string
  userId: string
  token: string
}

/**
 * Where a tab is open, sending is left to it.
 *
 * @throws when something is left, so that the browser tries again later
 */
export async function sendWaiting({ url, userId, token }: Sender): Promise<void> {
  const place = { url, userId }
  const lock = roleLock(databaseName(place), 'outbox')
  await navigator.locks.request(lock, { ifAvailable: true }, async granted => {
    if (!granted) return
    const store = indexedDbStore(place)
    try {
      await sendAll(store, callsOverHttp({ url, token }))
    } finally {
      store.close()
    }
  })
}

/** Each conversation in its order; what cannot be sent now holds up those behind it. */
async function sendAll(store: Store, calls: Pick<Calls, 'send'>): Promise<void> {
  const { outbox } = await store.read()
  const heldUp = new Set<string>()
  for (const row of inOrder(outbox)) {
    if (row.message.state.kind === 'failed' || heldUp.has(row.conversationId)) continue
    if (!(await isDone(store, calls, row))) heldUp.add(row.conversationId)
  }
  if (heldUp.size > 0) throw new Error('Not everything could be sent.')
}

/** Sends one, and keeps what became of it. @returns false when it is to be tried again */
async function isDone(store: Store, calls: Pick<Calls, 'send'>, row: KeptOutgoing) {
  const { conversationId, message } = row
  try {
    await calls.send(inputOf(conversationId, message))
    await store.write({ outbox: { put: [], drop: [message.clientId] } })
  } catch (error) {
    if (!(error instanceof Refused) || mayRetry(error.reason)) return false
    const failed = { ...message, state: { kind: 'failed' as const, reason: error.reason } }
    await store.write({ outbox: { put: [{ conversationId, message: failed }], drop: [] } })
  }
  return true
}
