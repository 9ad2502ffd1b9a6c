import { expect, test } from 'vitest'
import { Refused } from './refused.ts'
import { createWorld, type Peer } from './testing/world.ts'
import type { Calls } from './transport.ts'

async function joined() {
  const world = createWorld()
  const { id } = world.server.open('ann', { participantIds: ['bob'] })
  const ann = world.join('ann')
  await world.clock.advance(1000)
  let sent = 0
  const say = (times: number, to = id, by = 'bob') => {
    for (let index = 0; index < times; index += 1) {
      sent += 1
      const content = { type: 'text' as const, text: `text ${sent}` }
      world.server.send(by, { conversationId: to, clientId: `c${sent}`, content })
    }
  }
  return { ...world, id, ann, say }
}

function times(peer: Peer, call: keyof Calls): number {
  return peer.transport.log.filter(entry => entry.call === call).length
}

/** The next publications are lost on the way to the line. */
function lose(world: Awaited<ReturnType<typeof joined>>, act: () => void): void {
  world.network.weather.publicationLost = 1
  act()
  world.network.weather.publicationLost = 0
}

test('[H1] a gap is closed by what changed since, page by page, after a moment of grace', async () => {
  const world = await joined()
  const { ann, clock, id, say } = world
  ann.conversation(id).watch()
  await clock.advance(1000)
  lose(world, () => say(13))
  say(1)
  await clock.advance(290)
  expect(times(ann, 'changesSince')).toBe(0)
  await clock.advance(250)
  expect(times(ann, 'changesSince')).toBe(3)
  expect(ann.conversation(id).view.get().messages).toHaveLength(14)
})

test('[H1] changes that were only overtaken cost nothing', async () => {
  const { ann, clock, id, network, say } = await joined()
  ann.conversation(id).watch()
  await clock.advance(1000)
  network.weather.delayMs = 120
  say(20)
  await clock.advance(2000)
  expect(ann.conversation(id).view.get().messages).toHaveLength(20)
  expect(times(ann, 'changesSince')).toBe(0)
})

test('[H1] [H2] what was lost on the way costs two seconds, not a message', async () => {
  const world = await joined()
  const { ann, clock, id, say } = world
  lose(world, () => say(3))
  await clock.advance(2600)
  expect(ann.conversations.get().items[0]).toMatchObject({ unreadCount: 3 })
  expect(times(ann, 'get')).toBe(1)
  expect(times(ann, 'changesSince')).toBe(0)
  ann.conversation(id).watch()
  await clock.advance(100)
  lose(world, () => say(3))
  await clock.advance(2600)
  expect(times(ann, 'get')).toBe(1)
  expect(ann.conversation(id).view.get().messages).toHaveLength(6)
})

test('[H3] at most six conversations are healed at a time', async () => {
  const { ann, clock, server, network, say } = await joined()
  const ids = Array.from(
    { length: 30 },
    (_, index) => server.open('ann', { participantIds: [`p${index}`] }).id,
  )
  await clock.advance(3000)
  ann.transport.blocked = true
  ann.transport.cut()
  ids.forEach((id, index) => {
    say(1, id, `p${index}`)
  })
  await clock.advance(1000)
  ann.transport.log.length = 0
  ann.transport.blocked = false
  network.weather.delayMs = 200
  ann.transport.intercept = call => (call === 'list' ? new Refused('FORBIDDEN') : undefined)
  const { get } = ann.transport.calls
  let inFlight = 0
  let most = 0
  ann.transport.calls.get = input => {
    inFlight += 1
    most = Math.max(most, inFlight)
    return get(input).finally(() => {
      inFlight -= 1
    })
  }
  await clock.advance(10_000)
  expect(times(ann, 'get')).toBe(30)
  expect(most).toBe(6)
  expect(ann.conversations.get().items.filter(({ unreadCount }) => unreadCount === 1)).toHaveLength(
    30,
  )
})

test('[H4] a conversation that one leaves elsewhere is dropped, and is back after the return', async () => {
  const { ann, clock, server } = await joined()
  const { id } = server.open('ann', { participantIds: ['bob', 'cem'], key: 'group' })
  const handle = ann.conversation(id)
  handle.watch()
  await clock.advance(100)
  expect(handle.view.get().status).toBe('ready')
  const held = () => ann.conversations.get().items.filter(listed => listed.id === id)
  server.leave('ann', id)
  await clock.advance(10)
  expect(handle.view.get()).toMatchObject({ status: 'missing', messages: [] })
  expect(held()).toEqual([])
  server.addPeople('bob', { conversationId: id, userIds: ['ann'], withHistory: false, key: 'k' })
  server.setMine('ann', { conversationId: id, muted: true })
  await clock.advance(1000)
  expect(handle.view.get().status).toBe('ready')
  expect(held()).toMatchObject([{ id, muted: true }])
})

test('[H4] a conversation that does not exist for this person is missing', async () => {
  const { ann, clock, server } = await joined()
  const { id } = server.open('bob', { participantIds: ['cem'] })
  const handle = ann.conversation(id)
  handle.watch()
  expect(handle.view.get().status).toBe('loading')
  await clock.advance(100)
  expect(handle.view.get().status).toBe('missing')
  expect(ann.conversations.get().items).toHaveLength(1)
})

test('a history that the server fails to read says so, and is read again when watched again', async () => {
  const { ann, clock, id } = await joined()
  ann.transport.intercept = call => (call === 'history' ? new Refused('INTERNAL') : undefined)
  const handle = ann.conversation(id)
  const unwatch = handle.watch()
  await clock.advance(60_000)
  expect(handle.view.get().status).toBe('failed')
  expect(times(ann, 'history')).toBe(5)
  ann.transport.intercept = undefined
  unwatch()
  handle.watch()
  await clock.advance(100)
  expect(handle.view.get().status).toBe('ready')
})

test('[H5] a count that is not known is asked for once, and the last known one stands meanwhile', async () => {
  const world = await joined()
  const { ann, clock, server, network, id, say } = world
  const count = () => ann.conversations.get().items[0]?.unreadCount
  lose(world, () => say(8))
  await clock.advance(3000)
  expect(count()).toBe(8)
  ann.transport.log.length = 0
  // Read on another device, up to a message that is not held here.
  server.markRead('ann', id, 5)
  await clock.advance(200)
  expect(count()).toBe(8)
  await clock.advance(500)
  expect(count()).toBe(3)
  network.weather.delayMs = 50
  await clock.advance(5000)
  expect(times(ann, 'get')).toBe(1)
})

test('[H6] an answer that was asked for before an old page set `held` back leaves no hole', async () => {
  const world = await joined()
  const { ann, clock, id, say } = world
  // The page is read while the conversation is empty, and arrives late.
  const { history, changesSince } = ann.transport.calls
  let release = () => {}
  ann.transport.calls.history = async input => {
    const page = await history(input)
    await new Promise<void>(resolve => {
      release = resolve
    })
    return page
  }
  const asked: number[] = []
  ann.transport.calls.changesSince = async input => {
    asked.push(input.version)
    const answer = await changesSince(input)
    release()
    await clock.settle()
    return answer
  }
  ann.conversation(id).watch()
  await clock.advance(10)
  lose(world, () => say(5))
  ann.open({ participantIds: ['bob'] })
  await clock.advance(10)
  lose(world, () => say(1))
  say(1)
  await clock.advance(10_000)
  const seqs = ann
    .conversation(id)
    .view.get()
    .messages.map(({ seq }) => seq)
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(asked.slice(0, 2)).toEqual([6, 1])
})
