import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createBrowser } from './testing/browser.ts'
import { broadcastTo, customers, faultsOf, times } from './testing/crowd.ts'
import { createWorld } from './testing/world.ts'

const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)

/** Ann with some conversations in her archive, the newest first, and one that is not. */
async function withArchive(count = 2) {
  const world = createWorld()
  const { server, clock } = world
  const archived: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { id } = server.open('ann', { participantIds: [`old ${at}`] })
    server.setMine('ann', { conversationId: id, archived: true })
    archived.unshift(id)
    await clock.advance(1)
  }
  const { id } = server.open('ann', { participantIds: ['bob'] })
  const say = (by: string, conversationId: string, clientId: string) =>
    server.send(by, { conversationId, clientId, content: { type: 'text', text: clientId } })
  const ann = world.join('ann')
  return { ...world, ann, archived, id, say }
}

test('[L1] it is read when somebody subscribes, page by page, and once', async () => {
  const { clock, ann, archived, id } = await withArchive(70)
  await clock.advance(2000)
  expect(times(ann, 'list')).toBe(1)
  ann.archived.subscribe(() => {})
  expect(ann.archived.get()).toMatchObject({ status: 'loading', items: [] })
  await clock.advance(100)
  expect(ann.archived.get()).toMatchObject({ status: 'ready', hasMore: true })
  expect(ids(ann.archived.get())).toEqual(archived.slice(0, 50))
  void ann.loadMoreArchived()
  await clock.advance(100)
  expect(ann.archived.get()).toMatchObject({ status: 'ready', hasMore: false })
  expect(ids(ann.archived.get())).toEqual(archived)
  expect(ids(ann.conversations.get())).toEqual([id])
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  expect(times(ann, 'list')).toBe(4)
})

test('[L1] asked for before the feed has begun, it waits for it, and misses nothing', async () => {
  const { clock, network, ann, archived, say } = await withArchive()
  network.weather.delayMs = 200
  ann.archived.subscribe(() => {})
  for (let at = 0; at < 10; at += 1) {
    say('old 0', archived[1] ?? '', `c${at}`)
    await clock.advance(60)
  }
  await clock.advance(5000)
  expect(ann.archived.get().items).toMatchObject([
    { id: archived[1], unreadCount: 10 },
    { id: archived[0], unreadCount: 0 },
  ])
})

test('[L1] after another database took over it is read again', async () => {
  const { clock, server, ann, archived } = await withArchive()
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  const copy = server.copy()
  server.restore(copy, 'second')
  server.setMine('ann', { conversationId: archived[0] ?? '', archived: false })
  ann.transport.cut()
  await clock.advance(10_000)
  expect(ids(ann.archived.get())).toEqual([archived[1]])
})

test('[L1] after a reload without a network it shows what was kept', async () => {
  const world = createWorld()
  const { server, clock } = world
  const { id } = server.open('ann', { participantIds: ['bob'] })
  server.setMine('ann', { conversationId: id, archived: true })
  const browser = createBrowser(clock)
  const first = browser.openTab()
  const before = world.join('ann', { store: first.store, tabs: first.tabs })
  before.archived.subscribe(() => {})
  await clock.advance(5000)
  before.close()

  const { store, tabs } = browser.openTab()
  const ann = world.join('ann', { store, tabs })
  ann.transport.blocked = true
  ann.archived.subscribe(() => {})
  await clock.advance(1000)
  expect(ids(ann.archived.get())).toEqual([id])
  ann.transport.blocked = false
  await clock.advance(15_000)
  expect(ann.archived.get()).toMatchObject({ status: 'ready', items: [{ id }] })
})

test('[L2] what is archived moves at once, there and back', async () => {
  const { clock, network, ann, archived, id } = await withArchive()
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  network.weather.delayMs = 400
  const done = ann.conversation(id).setMine({ archived: true })
  expect(ids(ann.archived.get())).toEqual([id, ...archived])
  expect(ids(ann.conversations.get())).toEqual([])
  await clock.advance(3000)
  await done
  expect(ids(ann.archived.get())).toEqual([id, ...archived])
  const back = ann.conversation(id).setMine({ archived: false })
  expect(ids(ann.archived.get())).toEqual(archived)
  expect(ids(ann.conversations.get())).toEqual([id])
  await clock.advance(3000)
  await back
  expect(ids(ann.conversations.get())).toEqual([id])
})

test('[L2] a refusal moves it back', async () => {
  const { clock, ann, archived, id } = await withArchive()
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  ann.transport.intercept = () => new Refused('FORBIDDEN')
  const outcome = expect(ann.conversation(id).setMine({ archived: true })).rejects.toMatchObject({
    reason: 'FORBIDDEN',
  })
  expect(ids(ann.conversations.get())).toEqual([])
  await clock.advance(1000)
  await outcome
  expect(ids(ann.conversations.get())).toEqual([id])
  expect(ids(ann.archived.get())).toEqual(archived)
})

test('[L2] something new in it leaves it in the archive, with its count, on every device', async () => {
  const { clock, ann, archived, id, say, join } = await withArchive()
  const other = join('ann')
  for (const one of [ann, other]) one.archived.subscribe(() => {})
  await clock.advance(2000)
  say('old 0', archived[1] ?? '', 'news')
  await clock.advance(3000)
  for (const one of [ann, other]) {
    expect(one.archived.get().items).toMatchObject([
      { id: archived[1], unreadCount: 1, archived: true },
      { id: archived[0] },
    ])
    expect(ids(one.conversations.get())).toEqual([id])
  }
})

test('[L2] opening a conversation with them takes it out', async () => {
  const { clock, ann, archived, id } = await withArchive(1)
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  const opened = ann.open({ participantIds: ['old 0'] })
  await clock.advance(2000)
  expect(await opened).toBe(archived[0])
  expect(ann.archived.get().items).toEqual([])
  expect(ids(ann.conversations.get())).toEqual([id, archived[0]])
})

test('[L2] so it does where archiving it is still on its way', async () => {
  const { clock, ann, id } = await withArchive()
  await clock.advance(2000)
  ann.transport.blocked = true
  ann.transport.cut()
  void ann.conversation(id).setMine({ archived: true })
  expect(ids(ann.conversations.get())).toEqual([])
  void ann.open({ participantIds: ['bob'] })
  ann.transport.blocked = false
  await clock.advance(30_000)
  expect(ids(ann.conversations.get())).toEqual([id])
})

test('[L3] while a broadcast goes out it is read seldom, and what came in it meanwhile is there', async () => {
  const world = await withArchive(60)
  const { clock, server, ann, archived, say } = world
  ann.archived.subscribe(() => {})
  await clock.advance(2000)
  const before = times(ann, 'list')
  // Not held yet, since it stands on the second page.
  const old = archived.at(-1) ?? ''
  await broadcastTo(world, 'ann', customers(2000), () => {
    if (server.room(old)?.messages.length === 0) say('old 0', old, 'at last')
  })
  await clock.advance(20_000)
  expect(faultsOf(world, ann, true).faults).toEqual([])
  expect(ann.archived.get().items[0]).toMatchObject({ id: old, unreadCount: 1 })
  // Three rounds of the list, and two of the archive.
  expect(times(ann, 'list') - before).toBeLessThanOrEqual(6)
})
