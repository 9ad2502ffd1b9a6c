/** What every store promises; and what the browser's makes of rows that are not as they should be. */
import 'fake-indexeddb/auto'
import { type Conversation, conversation } from '@parley/protocol/conversation'
import { replicaOf } from '@parley/protocol/replica/replica'
import { deleteDB, openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import type { DraftStorage } from '../keepsake.ts'
import { draftStorage } from '../testing/draftStorage.ts'
import { memoryStore } from '../testing/memoryStore.ts'
import { databaseName, indexedDbStore } from './indexedDbStore.ts'
import { createOutboxNotes } from './outboxNotes.ts'
import type { KeptConversation, KeptOutgoing, Store } from './store.ts'

const userId = 'ann'
const time = '2026-01-01T00:00:00.000Z'
const head = { cursor: '7.epoch~boot.1', wanted: [], hasMore: false, savedAt: 1 }
const nothing = { cache: undefined, outbox: [], damaged: false }

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function kept(number: number, me = userId): KeptConversation {
  const read: Conversation = conversation.parse({
    id: uuid(number),
    version: 1,
    lastSeq: 0,
    participants: [
      {
        userId: me,
        user: { id: me, name: me, role: 'customer' },
        version: 1,
        readSeq: 0,
        deliveredSeq: 0,
        joinedAt: time,
      },
    ],
    unreadCount: 0,
    updatedAt: time,
  })
  return { replica: replicaOf(read, me), openedAt: 0, readHere: 0 }
}

function waiting(number: number): KeptOutgoing {
  const state = { kind: 'waiting' as const }
  const message = { clientId: uuid(number), text: `text ${number}`, createdAt: time, state }
  return { conversationId: uuid(1), message }
}

function withState(row: KeptOutgoing, state: KeptOutgoing['message']['state']): KeptOutgoing {
  return { ...row, message: { ...row.message, state } }
}

function note(store: Store, row: KeptOutgoing): void {
  store.note(row.message.clientId, row)
}

function byId(one: KeptOutgoing, other: KeptOutgoing): number {
  return one.message.clientId < other.message.clientId ? -1 : 1
}

/** As a page has it. */
function noting(here: ReturnType<typeof place>, storage: DraftStorage): Store {
  return indexedDbStore(here, createOutboxNotes(storage, here))
}

let places = 0
/** Another place each time. */
function place() {
  places += 1
  return { url: `http://server-${places}`, userId }
}

const kinds: Record<string, () => () => Store> = {
  memory() {
    const store = memoryStore()
    return () => store
  },
  IndexedDB() {
    const here = place()
    const storage = draftStorage()
    return () => noting(here, storage)
  },
}

describe.each(Object.entries(kinds))('%s', (_kind, make) => {
  test('[K2] what was written is read, also by another one that is opened later', async () => {
    const open = make()
    const store = open()
    expect(await store.read()).toEqual(nothing)
    await store.write({
      cache: { clear: true, head, put: [kept(1), kept(2)], drop: [] },
      outbox: { put: [waiting(3)], drop: [] },
    })
    const cache = { head, conversations: [kept(1), kept(2)] }
    expect(await open().read()).toEqual({ ...nothing, cache, outbox: [waiting(3)] })
    await store.write({
      cache: { clear: false, head: { ...head, cursor: '8.epoch' }, put: [], drop: [uuid(1)] },
      outbox: { put: [waiting(4)], drop: [uuid(3)] },
    })
    expect(await open().read()).toEqual({
      ...nothing,
      cache: { head: { ...head, cursor: '8.epoch' }, conversations: [kept(2)] },
      outbox: [waiting(4)],
    })
  })

  test('[K2] a cache that is cleared leaves what waits', async () => {
    const open = make()
    const outbox = { put: [waiting(3)], drop: [] }
    await open().write({ cache: { clear: true, head, put: [kept(1)], drop: [] }, outbox })
    await open().write({ cache: { clear: true, head: undefined, put: [], drop: [] } })
    expect(await open().read()).toEqual({ ...nothing, outbox: [waiting(3)] })
  })

  test('[K9] what is noted is read until it is dropped, whether it was written or not', async () => {
    const open = make()
    const store = open()
    note(store, waiting(3))
    note(store, waiting(4))
    expect(store.noted()).toEqual([waiting(3), waiting(4)])
    expect((await open().read()).outbox.toSorted(byId)).toEqual([waiting(3), waiting(4)])
    const { clientId } = waiting(4).message
    store.note(clientId, undefined)
    expect(store.noted()).toEqual([waiting(3)])
    await store.write({ outbox: { put: [waiting(3)], drop: [clientId] } })
    expect(store.noted()).toEqual([])
    expect((await open().read()).outbox).toEqual([waiting(3)])
  })

  test('[K9] of two words on a message the last is noted, also when the first is written after it', async () => {
    const open = make()
    const store = open()
    const failed = withState(waiting(3), { kind: 'failed', reason: 'FORBIDDEN' })
    note(store, waiting(3))
    note(store, failed)
    await store.write({ outbox: { put: [waiting(3)], drop: [] } })
    expect(store.noted()).toEqual([failed])
    expect((await open().read()).outbox).toEqual([failed])
    await store.write({ outbox: { put: [failed], drop: [] } })
    expect(store.noted()).toEqual([])
  })

  test('[K7] what is wiped is gone', async () => {
    const open = make()
    const [store, other] = [open(), open()]
    await store.write({ outbox: { put: [waiting(3)], drop: [] } })
    await other.read()
    note(store, waiting(4))
    await store.wipe()
    expect(await open().read()).toEqual(nothing)
    expect(open().noted()).toEqual([])
  })
})

/** Writes past the store, as a bug, another release or a bad disk would. */
async function spoil(
  here: ReturnType<typeof place>,
  rows: { store: string; value: unknown; key?: string }[],
): Promise<void> {
  const database = await openDB(databaseName(here))
  for (const { store, value, key } of rows) await database.put(store, value, key)
  database.close()
}

async function filled() {
  const here = place()
  const store = indexedDbStore(here)
  await store.write({
    cache: { clear: true, head, put: [kept(1)], drop: [] },
    outbox: { put: [waiting(3)], drop: [] },
  })
  store.close()
  return here
}

const outbox = [waiting(3)]

test.each([
  ['a truncated conversation', 'conversations', { id: uuid(2), replica: { id: uuid(2) } }],
  ['text in the place of a row', 'conversations', { id: 'x', replica: 'y' }],
  ["another person's conversation", 'conversations', { ...kept(2, 'eve'), id: uuid(2) }],
])('[K4] %s makes the cache of no use, and what waits is kept', async (_what, store, value) => {
  const here = await filled()
  await spoil(here, [{ store, value }])
  expect(await indexedDbStore(here).read()).toEqual({ cache: undefined, outbox, damaged: true })
})

test.each([
  ["another person's", { userId: 'eve' }, true],
  ['without a cursor', { cursor: undefined }, true],
  ['of another format', { format: 0 }, false],
])('[K4] a head %s makes the cache of no use', async (_what, change, damaged) => {
  const here = await filled()
  const row = { ...head, format: 1, userId, ...change }
  await spoil(here, [{ store: 'cache', key: 'head', value: row }])
  expect(await indexedDbStore(here).read()).toEqual({ cache: undefined, outbox, damaged })
})

test('[K4] a waiting message that cannot be read is thrown away alone', async () => {
  const here = await filled()
  await spoil(here, [
    { store: 'outbox', value: { clientId: uuid(4), userId } },
    { store: 'outbox', value: { ...waiting(5), clientId: uuid(5), userId: 'eve' } },
  ])
  expect(await indexedDbStore(here).read()).toMatchObject({ outbox, damaged: true })
  expect(await indexedDbStore(here).read()).toMatchObject({ outbox, damaged: false })
})

test('[K4] a database of a later release, or that is not ours, is made anew', async () => {
  for (const version of [1, 9]) {
    const here = place()
    const other = await openDB(databaseName(here), version, {
      upgrade: fresh => void fresh.createObjectStore('something'),
    })
    other.close()
    const store = indexedDbStore(here)
    expect(await store.read()).toEqual({ ...nothing, damaged: true })
    await store.write({ outbox: { put: [waiting(3)], drop: [] } })
    expect(await store.read()).toMatchObject({ outbox })
    store.close()
    await deleteDB(databaseName(here))
  }
})

/** A page that was left before anything of this was written. */
function left(here: ReturnType<typeof place>, rows: readonly KeptOutgoing[]) {
  const storage = draftStorage()
  const store = noting(here, storage)
  for (const row of rows) note(store, row)
  store.close()
  return storage
}

test('[K9] what a page noted that was left is written by the next one, which is what a service worker reads', async () => {
  const here = place()
  const storage = left(here, [waiting(3)])
  const store = noting(here, storage)
  expect((await store.read()).outbox).toEqual([waiting(3)])
  await expect.poll(() => store.noted()).toEqual([])
  expect((await indexedDbStore(here).read()).outbox).toEqual([waiting(3)])
})

test('[K9] what is dropped while the next page takes it up stays dropped', async () => {
  const here = place()
  const storage = left(here, [waiting(3)])
  const [store, other] = [noting(here, storage), noting(here, storage)]
  await store.read()
  const { clientId } = waiting(3).message
  const reading = other.read()
  store.note(clientId, undefined)
  await Promise.all([reading, store.write({ outbox: { put: [], drop: [clientId] } })])
  expect(store.noted()).toEqual([])
  expect((await indexedDbStore(here).read()).outbox).toEqual([])
})

test('[K9] at most 64 are noted at a time, and a browser that has no room notes nothing', async () => {
  const here = place()
  const rows = Array.from({ length: 70 }, (_, at) => waiting(at + 2))
  const storage = left(here, rows)
  const store = noting(here, storage)
  expect(store.noted()).toEqual(rows.slice(0, 64))
  const failed = withState(waiting(2), { kind: 'failed', reason: 'FORBIDDEN' })
  note(store, failed)
  expect(store.noted()).toContainEqual(failed)

  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }
  const full = noting(place(), { ...draftStorage(), setItem: refuse })
  note(full, waiting(3))
  expect(full.noted()).toEqual([])
})

test('[K4] [K9] a note that cannot be read is thrown away alone', async () => {
  const here = place()
  const storage = left(here, [waiting(3), waiting(4)])
  storage.setItem(storage.key(0) ?? '', 'cut off')
  const store = noting(here, storage)
  expect(await store.read()).toEqual({ ...nothing, outbox: [waiting(4)], damaged: true })
  await expect.poll(() => store.noted()).toEqual([])
  expect(await store.read()).toEqual({ ...nothing, outbox: [waiting(4)] })
})

test('[K7] [K9] notes are of one person on one server, and are forgotten with them alone', async () => {
  const [here, there] = [place(), place()]
  const storage = draftStorage()
  const others = [there, { ...here, userId: 'ann.' }, { ...here, userId: 'an' }]
  for (const one of [here, ...others]) note(noting(one, storage), waiting(3))
  const store = noting(here, storage)
  await store.wipe()
  expect(store.noted()).toEqual([])
  for (const one of others) expect(noting(one, storage).noted()).toEqual([waiting(3)])
  note(store, waiting(4)) // too late
  expect(storage.length).toBe(others.length)
})

test('[K7] [K9] another tab notes nothing any more of who was forgotten', async () => {
  const here = place()
  const storage = draftStorage()
  const [store, other] = [noting(here, storage), noting(here, storage)]
  await other.write({ outbox: { put: [waiting(3)], drop: [] } })
  await store.wipe()
  note(other, withState(waiting(3), { kind: 'failed', reason: 'FORBIDDEN' }))
  expect(storage.length).toBe(0)
})
