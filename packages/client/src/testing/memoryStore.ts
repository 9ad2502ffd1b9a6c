/** A store in memory that several tabs of a test can share, and that can be made to fail. */
import type {
  CacheHead,
  Kept,
  KeptConversation,
  KeptOutgoing,
  Store,
  Writing,
} from '../keep/store.ts'

export interface MemoryStore extends Store {
  /** Rejects every write while it is set. */
  failure: Error | undefined
  /** What lies in it. */
  content(): Kept
}

export function memoryStore(): MemoryStore {
  let head: CacheHead | undefined
  const conversations = new Map<string, KeptConversation>()
  const outbox = new Map<string, KeptOutgoing>()
  const notes = new Map<string, KeptOutgoing>()

  const content = (): Kept => ({
    cache: head && { head, conversations: [...conversations.values()] },
    // By key, as IndexedDB has them.
    outbox: [...new Map([...outbox, ...notes])]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([, kept]) => kept),
    damaged: false,
  })

  function apply({ cache, outbox: waiting }: Writing): void {
    if (cache) {
      if (cache.clear) conversations.clear()
      for (const id of cache.drop) conversations.delete(id)
      for (const kept of cache.put) conversations.set(kept.replica.id, kept)
      head = cache.head
    }
    for (const clientId of waiting?.drop ?? []) outbox.delete(clientId)
    for (const kept of waiting?.put ?? []) {
      const { clientId, state } = kept.message
      outbox.set(clientId, kept)
      if (notes.get(clientId)?.message.state.kind === state.kind) notes.delete(clientId)
    }
  }

  const store: MemoryStore = {
    failure: undefined,
    content,
    read: async () => structuredClone(content()),
    async write(writing) {
      const copy = structuredClone(writing)
      if (store.failure) throw store.failure
      apply(copy)
    },
    note(clientId, row) {
      if (row) notes.set(clientId, structuredClone(row))
      else notes.delete(clientId)
    },
    noted: () => structuredClone([...notes.values()]),
    async wipe() {
      notes.clear()
      head = undefined
      conversations.clear()
      outbox.clear()
    },
    close() {},
  }
  return store
}
