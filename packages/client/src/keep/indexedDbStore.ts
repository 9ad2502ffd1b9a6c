/**
 * The store of a browser: one IndexedDB database for each person on each server, and notes of what
 * is not written there yet.
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import {
  type ConversationRow,
  conversationToRow,
  type HeadRow,
  headToRow,
  isOfAnotherFormat,
  type OutgoingRow,
  outgoingToRow,
  readCache,
  readOutgoing,
} from './keptRows.ts'
import type { Kept, KeptOutgoing, OutboxNotes, Store, Writing } from './store.ts'

interface Rows extends DBSchema {
  cache: { key: 'head'; value: HeadRow }
  conversations: { key: string; value: ConversationRow }
  outbox: { key: string; value: OutgoingRow }
}

type Database = IDBPDatabase<Rows>

const stores = ['cache', 'conversations', 'outbox'] as const

interface Place {
  /** The server's http origin. */
  url: string
  userId: string
}

export function databaseName({ url, userId }: Place): string {
  return `parley ${url} ${userId}`
}

/** A service worker has no place for them, and is not left like a page. */
const noNotes: OutboxNotes = {
  note() {},
  noted: () => ({ rows: [], damaged: false }),
  written() {},
  forgetAll() {},
}

export function indexedDbStore(place: Place, notes = noNotes): Store {
  const { userId } = place
  const name = databaseName(place)
  let opening: Promise<Database> | undefined
  let damaged = false
  let closed = false

  /** Opened at the first use; one that is not ours, or of a later release, is made anew. */
  function database(): Promise<Database> {
    if (closed) return Promise.reject(new Error('The store is closed.'))
    opening ??= open(name, close).catch(async error => {
      if (!(error instanceof DOMException && error.name === 'VersionError')) throw error
      damaged = true
      await deleteDB(name)
      return await open(name, close)
    })
    const attempt = opening
    // What failed once may work the next time.
    attempt.catch(() => {
      if (opening === attempt) opening = undefined
    })
    return attempt
  }

  async function read(): Promise<Kept> {
    const transaction = (await database()).transaction(stores, 'readwrite')
    const outbox = transaction.objectStore('outbox')
    const [head, conversations, keys, rows] = await Promise.all([
      transaction.objectStore('cache').get('head'),
      transaction.objectStore('conversations').getAll(),
      outbox.getAllKeys(),
      outbox.getAll(),
    ])
    const cache = head && readCache(userId, head, conversations)
    if (head && !cache && !isOfAnotherFormat(head)) damaged = true
    const kept = new Map<string, KeptOutgoing>()
    for (const [at, key] of keys.entries()) {
      const message = readOutgoing(userId, rows[at])
      if (message) kept.set(key, message)
      else {
        damaged = true
        await outbox.delete(key)
      }
    }
    // While nobody else writes: what is not among the rows is noted until it is.
    const noted = notes.noted()
    for (const row of noted.rows) kept.set(row.message.clientId, row)
    await transaction.done
    takeUp().catch(() => {}) // they stay noted
    return { cache, outbox: [...kept.values()], damaged: damaged || noted.damaged }
  }

  /** Writes what pages noted that were left before they could. */
  async function takeUp(): Promise<void> {
    if (notes.noted().rows.length === 0) return
    const { store, done } = (await database()).transaction('outbox', 'readwrite')
    async function put(): Promise<KeptOutgoing[]> {
      await store.count() // from now on nobody else writes: what is still noted was not dropped
      const { rows } = notes.noted()
      await Promise.all(rows.map(row => store.put(outgoingToRow(userId, row))))
      return rows
    }
    const [rows] = await Promise.all([put(), done])
    for (const row of rows) notes.written(row)
  }

  async function write({ cache, outbox }: Writing): Promise<void> {
    const transaction = (await database()).transaction(stores, 'readwrite')
    const conversations = transaction.objectStore('conversations')
    const waiting = transaction.objectStore('outbox')
    const requests: Promise<unknown>[] = [transaction.done]
    if (cache) {
      const heads = transaction.objectStore('cache')
      if (cache.clear) requests.push(conversations.clear())
      for (const id of cache.drop) requests.push(conversations.delete(id))
      for (const kept of cache.put) requests.push(conversations.put(conversationToRow(kept)))
      requests.push(
        cache.head ? heads.put(headToRow(userId, cache.head), 'head') : heads.delete('head'),
      )
    }
    for (const clientId of outbox?.drop ?? []) requests.push(waiting.delete(clientId))
    for (const kept of outbox?.put ?? []) requests.push(waiting.put(outgoingToRow(userId, kept)))
    // Without waiting for answers, which a page that is left does not get.
    transaction.commit()
    await Promise.all(requests)
    for (const row of outbox?.put ?? []) notes.written(row)
  }

  function close(): void {
    closed = true
    opening?.then(
      database => database.close(),
      () => {},
    )
  }

  return {
    read,
    write,
    note(clientId, row) {
      if (!closed) notes.note(clientId, row)
    },
    noted: () => notes.noted().rows,
    async wipe() {
      close()
      notes.forgetAll()
      await wipeDatabase(place)
      notes.forgetAll() // also what other tabs noted until they let go of it
    },
    close,
  }
}

/** Also what other tabs have open: they let go of it when they are asked. */
export async function wipeDatabase(place: Place): Promise<void> {
  await deleteDB(databaseName(place))
}

/** @param onTaken another tab wipes it: from then on nothing is noted here, either */
async function open(name: string, onTaken: () => void): Promise<Database> {
  const database = await openDB<Rows>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('cache')
      fresh.createObjectStore('conversations', { keyPath: 'id' })
      fresh.createObjectStore('outbox', { keyPath: 'clientId' })
    },
    blocking: onTaken,
  })
  if (stores.every(store => database.objectStoreNames.contains(store))) return database
  database.close()
  throw new DOMException('This database is not ours.', 'VersionError')
}
