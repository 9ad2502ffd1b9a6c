import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld } from './testing/world.ts'

function text(index: number) {
  return { type: 'text' as const, text: `text ${index}` }
}

async function pair() {
  const world = createWorld()
  const { id } = world.server.open('ann', { participantIds: ['bob'] })
  const say = (by: string, index: number, to = id) =>
    world.server.send(by, { conversationId: to, clientId: `c${index}`, content: text(index) })
  return { ...world, id, say }
}

function shown(peer: ReturnType<ReturnType<typeof createWorld>['join']>, id: string) {
  return peer
    .conversation(id)
    .view.get()
    .messages.map(({ content }) => content?.text)
}

test('[F1] the list is read after the first frame, and what happens between is not missed', async () => {
  const { clock, network, server, join, say, id } = await pair()
  network.weather.delayMs = 200
  const ann = join('ann')
  for (let index = 0; index < 10; index += 1) {
    say('bob', index)
    await clock.advance(60)
  }
  await clock.advance(5000)
  expect(ann.transport.cursors).toEqual([undefined])
  expect(ann.conversations.get()).toMatchObject({
    status: 'ready',
    items: [{ id, unreadCount: 10, lastMessage: server.room(id)?.messages.at(-1) }],
  })
})

test('[F2] after a loss it continues from the last frame, and brings only what changed', async () => {
  const { clock, server, join, say, id } = await pair()
  for (let index = 0; index < 30; index += 1) server.open('ann', { participantIds: [`p${index}`] })
  const ann = join('ann')
  ann.conversation(id).watch()
  await clock.advance(3000)
  ann.transport.blocked = true
  ann.transport.cut()
  for (let index = 0; index < 12; index += 1) say('bob', index)
  await clock.advance(1000)
  ann.transport.log.length = 0
  ann.transport.blocked = false
  await clock.advance(5000)
  expect(ann.transport.cursors.at(-1)).toMatch(/^32\.first~boot\.\d+$/)
  expect(shown(ann, id)).toHaveLength(12)
  const calls = new Set(ann.transport.log.map(({ call }) => call))
  expect(calls).toEqual(new Set(['changesSince', 'markDelivered']))
})

test('[F3] another database that reaches as far is told by its epoch', async () => {
  const { clock, server, join, say, id } = await pair()
  const copy = server.copy()
  say('bob', 1)
  const ann = join('ann')
  ann.conversation(id).watch()
  await clock.advance(1000)
  ann.transport.blocked = true
  ann.transport.cut()
  server.restore(copy, 'second')
  for (const index of [2, 3, 4]) say('bob', index)
  ann.transport.blocked = false
  await clock.advance(5000)
  expect(shown(ann, id)).toEqual(['text 2', 'text 3', 'text 4'])
})

test('[F3] another database: all is dropped and read again, and what waits is sent', async () => {
  const { clock, server, join, say, id } = await pair()
  say('bob', 1)
  const copy = server.copy()
  say('bob', 2)
  const ann = join('ann')
  ann.conversation(id).watch()
  await clock.advance(1000)
  expect(shown(ann, id)).toEqual(['text 1', 'text 2'])
  ann.transport.blocked = true
  ann.transport.cut()
  ann.conversation(id).send({ text: 'mine' })
  server.restore(copy, 'second')
  ann.transport.blocked = false
  await clock.advance(5000)
  expect(shown(ann, id)).toEqual(['text 1', 'mine'])
  expect(ann.conversations.get().items).toMatchObject([{ unreadCount: 1 }])
  expect(ann.connection.get()).toEqual({ state: 'online', via: 'socket' })
})

test('[F3] a database restored from an older copy is noticed by what it lacks', async () => {
  const { clock, server, join, say, id } = await pair()
  say('bob', 1)
  const copy = server.copy()
  say('bob', 2)
  const ann = join('ann')
  ann.conversation(id).watch()
  await clock.advance(3000)
  ann.transport.cut()
  server.restore(copy)
  await clock.advance(5000)
  expect(shown(ann, id)).toEqual(['text 1'])
  say('bob', 3)
  await clock.advance(10)
  expect(shown(ann, id)).toEqual(['text 1', 'text 3'])
})

test('[F4] an unknown conversation is read once, and what arrives meanwhile enters after', async () => {
  const { clock, server, join, say } = await pair()
  const ann = join('ann')
  await clock.advance(1000)
  const { get } = ann.transport.calls
  let release = () => {}
  ann.transport.calls.get = async input => {
    const conversation = await get(input)
    await new Promise<void>(resolve => {
      release = resolve
    })
    return conversation
  }
  const { id } = server.open('cem', { participantIds: ['ann'] })
  for (let index = 0; index < 3; index += 1) say('cem', index, id)
  await clock.advance(50)
  for (let index = 3; index < 6; index += 1) say('cem', index, id)
  await clock.advance(50)
  release()
  await clock.advance(50)
  expect(ann.transport.log.filter(({ call }) => call === 'get')).toHaveLength(1)
  expect(ann.conversations.get().items[0]).toMatchObject({ id, unreadCount: 6 })
})

test('[F4] page after page of the list, and what changed in between only once', async () => {
  const { clock, server, join, say } = await pair()
  const ids = Array.from({ length: 120 }, (_, index) => {
    const { id } = server.open('ann', { participantIds: [`p${String(index).padStart(3, '0')}`] })
    return id
  })
  const ann = join('ann')
  await clock.advance(1000)
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: true })
  say('p000', 1, ids[0])
  while (ann.conversations.get().hasMore) {
    ann.loadMore()
    ann.loadMore()
    await clock.advance(100)
  }
  const listed = ann.conversations.get().items.map(item => item.id)
  expect(listed).toHaveLength(121)
  expect(new Set(listed).size).toBe(121)
  expect(listed[0]).toBe(ids[0])
  expect(ann.transport.log.filter(({ call }) => call === 'list')).toHaveLength(4)
})

test('[F7] a screenful of the list is shown before the rest of its page, and nothing falls between', async () => {
  const { clock, network, server, join, say, id } = await pair()
  for (let at = 0; at < 70; at += 1) {
    await clock.advance(1)
    server.open('ann', { participantIds: [`p${at}`] })
  }
  const ann = join('ann')
  const size = () => ann.conversations.get().items.length
  network.weather.delayMs = 100
  while (size() === 0) await clock.advance(10)
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: true })
  expect(size()).toBe(20)
  const more = ann.loadMore()
  say('bob', 1)
  await clock.advance(1000)
  await more
  expect(size()).toBe(51)
  expect(ann.conversations.get().items[0]).toMatchObject({ id, unreadCount: 1 })
  expect(ann.transport.log.flatMap(({ call, input }) => (call === 'list' ? [input] : []))).toEqual([
    { limit: 20, archived: false },
    { limit: 30, archived: false, cursor: expect.any(String) },
  ])
})

test('[F7] [F3] when everything is dropped between the two, both are read again', async () => {
  const { clock, network, server, join } = await pair()
  for (let at = 0; at < 60; at += 1) {
    await clock.advance(1)
    server.open('ann', { participantIds: [`p${at}`] })
  }
  const ann = join('ann')
  const items = () => ann.conversations.get().items
  network.weather.delayMs = 100
  while (items().length === 0) await clock.advance(10)
  server.restore(server.copy(), 'second')
  ann.transport.cut()
  await clock.advance(20_000)
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: true })
  expect(items().map(one => one.id)).toEqual(
    server.list('ann', { limit: 50 }).items.map(one => one.id),
  )
})

test('[F7] when the rest of the page is refused what is shown stays, and is asked for again by whoever wants more', async () => {
  const { clock, server, join } = await pair()
  for (let at = 0; at < 60; at += 1) {
    await clock.advance(1)
    server.open('ann', { participantIds: [`p${at}`] })
  }
  const ann = join('ann')
  ann.transport.intercept = (call, input) =>
    call === 'list' && typeof input === 'object' && input !== null && 'cursor' in input
      ? new Refused('FORBIDDEN')
      : undefined
  await clock.advance(5000)
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: true })
  expect(ann.conversations.get().items).toHaveLength(20)
  ann.transport.intercept = undefined
  const more = ann.loadMore()
  await clock.advance(1000)
  await more
  expect(ann.conversations.get()).toMatchObject({ status: 'ready', hasMore: false })
  expect(ann.conversations.get().items).toHaveLength(61)
})

test('[F7] what moves up between the two is listed once, and what fills one part exactly is all there is', async () => {
  const { clock, network, server, join, say, id } = await pair()
  const others: string[] = []
  for (let at = 0; at < 19; at += 1) {
    await clock.advance(1)
    others.push(server.open('ann', { participantIds: [`p${at}`] }).id)
  }
  const exact = join('ann')
  await clock.advance(5000)
  expect(exact.conversations.get()).toMatchObject({ status: 'ready', hasMore: false })
  expect(exact.conversations.get().items).toHaveLength(20)
  expect(exact.transport.log.filter(({ call }) => call === 'list')).toHaveLength(1)

  await clock.advance(1)
  server.open('ann', { participantIds: ['one more'] })
  const ann = join('ann')
  const listed = () => ann.conversations.get().items.map(one => one.id)
  network.weather.delayMs = 100
  while (listed().length === 0) await clock.advance(1)
  expect(listed()).not.toContain(id)
  say('bob', 1) // the oldest of all
  await clock.advance(2000)
  expect(listed()).toEqual(server.list('ann', { limit: 50 }).items.map(one => one.id))
  expect(ann.conversations.get().hasMore).toBe(false)
})
