/** Puts what was kept back in its place, before anything of the server comes. */
import type { Healer } from '../heal.ts'
import type { List } from '../list.ts'
import type { Replicas } from '../replicas.ts'
import type { Reports } from '../reports.ts'
import type { Sending } from '../sending.ts'
import type { CacheKeeper } from './cacheKeeper.ts'
import type { Kept, KeptOutgoing } from './store.ts'

interface Parts {
  cache: CacheKeeper
  feed: { restore(cursor: string): void }
  replicas: Replicas
  reports: Reports
  list: List
  healer: Healer
  sending: Sending
}

/** A store has an order of its own. */
export function inOrder(outbox: readonly KeptOutgoing[]): KeptOutgoing[] {
  return outbox.toSorted((a, b) => (a.message.createdAt < b.message.createdAt ? -1 : 1))
}

export function restore({ cache: kept, outbox }: Kept, parts: Parts): void {
  const { cache, feed, replicas, reports, list, healer, sending } = parts
  if (kept) {
    cache.restored(kept)
    for (const { replica } of kept.conversations) replicas.restore(replica)
    for (const { replica, readHere } of kept.conversations)
      if (readHere > 0) reports.read(replica.id, readHere)
    feed.restore(kept.head.cursor)
    list.restore(kept.head)
    for (const id of kept.head.wanted) healer.meet(id, [])
  }
  enterInOrder(outbox, sending)
}

export function enterInOrder(outbox: readonly KeptOutgoing[], sending: Sending): void {
  for (const { conversationId, message } of inOrder(outbox)) sending.enter(conversationId, message)
}
